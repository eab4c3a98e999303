import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { suite, test } from 'node:test';
import fc from 'fast-check';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { type CodeAction, CodeActionKind, DiagnosticSeverity } from 'vscode-languageserver-types';
import { configLanguage } from '../../../../../server/language/config/configLanguage';
import { fixAllKind } from '../../../../../server/language/config/repairActions';
import type { Context } from '../../../../../server/language/language';
import { noLink } from '../../../../../server/language/links/link';
import { appliedTo, marked } from '../../../../support/markers';
import { cases, sampled } from '../../../../support/thorough';

const context: Context = { severities: {}, link: noLink, dependents: [], applianceMacros: [], files: [] };
const site = readFileSync('test/fixtures/config/site.xclarity.json', 'utf8');
const vendorPage = '../shared/reference/post-osimages.txt';
const needsPage = { skip: existsSync(vendorPage) ? false : 'needs ../shared/reference' };

function actionsOf(document: TextDocument, around: Context = context): CodeAction[] {
	const diagnostics = configLanguage.validate(document, around);
	const range = { start: document.positionAt(0), end: document.positionAt(0) };
	return configLanguage.codeActions?.(document, range, diagnostics, around) ?? [];
}

/** The text after "Repair this file", or as it is when there is nothing to repair. */
function repaired(text: string): string {
	const { document } = marked(text);
	const actions = actionsOf(document);
	const action =
		actions.find(({ title }) => /^Repair this file(?!, and)/.test(title)) ??
		actions.find(({ kind }) => kind === fixAllKind);
	return action ? appliedTo(document, action.edit) : text;
}

const repairTitles = (text: string, around: Context = context): string[] =>
	actionsOf(marked(text).document, around)
		.filter(({ title, kind }) => kind === CodeActionKind.QuickFix && title.startsWith('Repair'))
		.map(({ title }) => title);

const codesOf = (text: string): string[] =>
	configLanguage
		.validate(marked(text).document, context)
		.map(({ code }) => String(code))
		.sort();

function parsed(text: string): unknown {
	try {
		return JSON.parse(text);
	} catch {
		return undefined;
	}
}

/** Offsets of the characters that give JSON its structure: brackets, commas, colons, and the quotes of strings. */
const structure = sampled(
	[...site.matchAll(/"(?:[^"\\]|\\.)*"|[[\]{},:]/g)].flatMap(({ 0: token, index }) =>
		token.startsWith('"') ? [index, index + token.length - 1] : [index],
	),
	36,
);

suite('repair', () => {
	for (const [what, broken, whole] of [
		['sentences around the JSON', 'Here it is:\n\n{ "name": "a" }\n\nRegards', '{ "name": "a" }'],
		['a fence', '```json\n{ "name": "a" }\n```\n', '{ "name": "a" }\n'],
		['the brace at the start', '"name": "a", "label": "b" }', '{"name": "a", "label": "b" }'],
		['the brace at the end', '{ "name": "a", "content": [', '{ "name": "a", "content": []}'],
		['doubled braces', '{{ "name": "a", "x": {{ "b": 1 }} }}', '{ "name": "a", "x": { "b": 1 } }'],
		['word processor quotes', '{ “name”: ‘a’ }', '{ "name": "a" }'],
		[
			'another language',
			"{ name: 'a', optional: True, value: None }",
			'{ "name": "a", "optional": true, "value": null }',
		],
		['one closer too many', '{ "a": { "b": 1 }}, "c": 2 }', '{ "a": { "b": 1 }, "c": 2 }'],
		['a list in which an object is meant', '{ "content": { "name": "a" } }', '{ "content": [{ "name": "a" }] }'],
		['values that are missing', '{ "name":, "content": }', '{ "name": "", "content": [] }'],
		['values behind each other', '{ "a": 1 }, { b: 2 } { "c": 3 }', '[{ "a": 1 }, { "b": 2 }, { "c": 3 }]'],
		['the same member twice', '{ "name": "a", "name": "a" }', '{ "name": "a" }'],
	] as const) {
		test(`puts right ${what}`, () => {
			const result = repaired(broken);
			assert.equal(result.trim(), whole.trim());
			assert.notEqual(parsed(result), undefined);
		});
	}

	test('a remark becomes the description of a setting that has none', () => {
		assert.equal(
			repaired('{\n  // the site\n  // of today\n  "name": "a",\n  "label": "b"\n}'),
			'{\n  "name": "a",\n  "label": "b", "description": "the site of today"\n}',
		);
		assert.equal(
			repaired('{ "content": [\n  # first\n  { "category": "static", "name": "a" } /* not this */\n] }'),
			'{ "content": [\n  { "category": "static", "name": "a", "description": "first" }\n] }',
		);
	});

	test('a remark that has no place is left out, and the title says so', () => {
		const text = '{\n  "name": "a", // why\n  "description": "b"\n  // "label": "c",\n}';
		assert.equal(parsed(repaired(text))?.constructor, Object);
		assert.deepEqual(repairTitles(text), ['Repair this file (leaves out 2 comments: “// why” and “// "label": "c",”)']);
		assert.doesNotMatch(repaired(text), /why|label/);
	});

	test('words that JSON has no place for are left out by nothing but the repair', () => {
		const { document } = marked('See below.\n{ "name": "a" }');
		const [found] = configLanguage.validate(document, context);
		assert.equal(found?.code, 'json-text-before-start');
		const actions = found ? configLanguage.codeActions?.(document, found.range, [found], context) : [];
		assert.deepEqual(
			actions?.map(({ title, isPreferred }) => [title, isPreferred]),
			[
				['Remove what stands before the JSON', false],
				['Repair this file (leaves out the text “See below.”)', false],
			],
		);
	});

	test('a sound file offers no repair', () => {
		assert.deepEqual(actionsOf(marked(site).document), []);
	});
});

const request = `{
  "content": ${site.trim().replaceAll('\n', '\n  ')},
  "description": "Our site.",
  "name": "site.json",
  "os": "rhels"
}
`;

suite('repair of a request', () => {
	test('leaves the file as it would stand alone, and says what else was there', () => {
		assert.equal(repaired(request), site);
		assert.deepEqual(repairTitles(request), [
			'Repair this file, and keep name, os and description in xclarity.json',
			'Repair this file (leaves out description, name and os of the request)',
		]);
	});

	test('a file that is carried as text', () => {
		assert.equal(repaired(JSON.stringify({ content: site, os: 'sles' })), site);
	});

	const keeping = (around: Context): CodeAction | undefined =>
		actionsOf(TextDocument.create('file:///site/site/a%20b.json', 'xclarity-config', 1, request), around).find(
			({ title }) => title.includes('xclarity.json'),
		);

	test('what it said goes into a new manifest', () => {
		const changes = keeping(context)?.edit?.documentChanges ?? [];
		assert.deepEqual(
			changes.map(change => ('kind' in change ? change.kind : change.textDocument.uri)),
			['create', 'file:///site/site/a%20b.json', 'file:///site/site/xclarity.json'],
		);
		const last = changes.at(-1);
		assert.deepEqual(
			last && 'edits' in last ? last.edits.map(edit => parsed('newText' in edit ? edit.newText : '')) : [],
			[{ links: [{ unattend: 'ks.cfg', config: 'a b.json', os: 'rhels', description: 'site.json: Our site.' }] }],
		);
	});

	test('or into the entry that there is, which keeps what it says', () => {
		const text = '{ "links": [{ "unattend": "my.ks", "config": "site/a b.json", "os": "rocky" }] }';
		const manifest = TextDocument.create('file:///site/xclarity.json', 'json', 1, text);
		const edit = keeping({ ...context, manifest, manifestUri: manifest.uri })?.edit;
		assert.equal(
			appliedTo(manifest, edit),
			'{ "links": [{ "unattend": "my.ks", "config": "site/a b.json", "os": "rocky", "description": "site.json: Our site." }] }',
		);
	});

	test("the vendor's page text, pasted, becomes a file without an error by one action", needsPage, () => {
		const page = readFileSync(vendorPage, 'utf8');
		const from = page.indexOf('{\n"content"');
		const body = page.slice(from, page.indexOf('\nResponse codes', from));
		for (const pasted of [body, page.slice(from - 700, from + body.length + 200)]) {
			const { document } = marked(repaired(pasted));
			const errors = configLanguage
				.validate(document, context)
				.filter(({ severity }) => severity === DiagnosticSeverity.Error);
			assert.deepEqual(errors, []);
			const words = (text: string): string[] => (text.match(/[\w\\/$-]+/g) ?? []).filter(word => word !== 'n').sort();
			const own = body.slice(body.indexOf('{', 1), body.lastIndexOf('},') + 1);
			assert.deepEqual(words(document.getText()), words(own));
		}
	});
});

const isAboutValue = (code: string): boolean =>
	[
		'config-category',
		'config-type-unknown',
		'config-value-choice',
		'config-boolean',
		'config-element-count',
		'config-name-characters',
	].includes(code);

suite('repair of mutations', () => {
	/** A file is repaired at each. */
	const places = sampled(structure, 2);

	test('one structural character lost: JSON again, and nearly always the same', () => {
		const results = places.map(at => parsed(repaired(site.slice(0, at) + site.slice(at + 1))));
		assert.equal(results.filter(result => result === undefined).length, 0);
		const same = results.filter(result => JSON.stringify(result) === JSON.stringify(parsed(site))).length;
		assert.ok(same / places.length > 0.97, `${same} of ${places.length}`);
	});

	test('one structural character too many: JSON again in the great majority of cases', () => {
		const mutants = places.flatMap((at, index) => {
			const character = '{}[],:"'[index % 7] ?? '';
			return [site.slice(0, at) + character + site.slice(at)];
		});
		const broken = mutants.filter(mutant => parsed(repaired(mutant)) === undefined);
		assert.ok(broken.length / mutants.length < 0.02, `${broken.length} of ${mutants.length}`);
	});

	test('the preferred fix of the one mistake of a file leaves none', () => {
		const mistakes = ['', ',', ':', "'", '“', '// note\n', ' x ', '\t', '{', '"'];
		let tried = 0;
		fc.assert(
			fc.property(fc.constantFrom(...structure), fc.constantFrom(...mistakes), fc.nat(1), (at, instead, cut) => {
				const { document } = marked(site.slice(0, at) + instead + site.slice(at + cut));
				if (configLanguage.validate(document, context).length !== 1) return;
				for (const { isPreferred, edit, title } of actionsOf(document)) {
					if (!isPreferred) continue;
					tried++;
					// Of a value whose quotation mark was lost nobody knows more than its words.
					const left = codesOf(appliedTo(document, edit)).filter(code => !isAboutValue(code));
					assert.deepEqual(left, [], title);
				}
			}),
			cases({ few: 15, many: 600 }),
		);
		assert.ok(tried > 8, `${tried}`);
	});

	test('repair never throws and never repeats itself', () => {
		const mutation = fc.record({
			at: fc.nat(site.length),
			cut: fc.nat(30),
			text: fc.constantFrom('', '"', '{', '}', '[', ']', ',', ':', '\n', "'", '\\', '// x\n', '{{', 'None'),
		});
		fc.assert(
			fc.property(fc.array(mutation, { minLength: 1, maxLength: 4 }), mutations => {
				let text = site;
				for (const each of mutations) text = text.slice(0, each.at) + each.text + text.slice(each.at + each.cut);
				const once = repaired(text);
				assert.equal(repaired(once), once);
			}),
			cases({ few: 5, many: 150 }),
		);
	});
});
