import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import fc from 'fast-check';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { MarkupContent } from 'vscode-languageserver-types';
import type { Context } from '../../../../server/language/language';
import { noLink } from '../../../../server/language/links/link';
import { readManifest } from '../../../../server/language/links/manifest';
import { linksOf } from '../../../../server/language/links/manifestIndex';
import { manifestLanguage } from '../../../../server/language/links/manifestLanguage';
import { plainText } from '../../../../server/language/snippet';
import { applied, appliedTo, marked } from '../../../support/markers';
import { cases } from '../../../support/thorough';

const files = [
	'xclarity.json',
	'site.xclarity.json',
	'old.json',
	'rhel9/a.cfg',
	'rhel9/b.cfg',
	'esxi/ks.cfg',
	'post.sh',
];
const context: Context = { severities: {}, link: noLink, dependents: [], applianceMacros: [], files };
const document = (text: string) => TextDocument.create('file:///site/xclarity.json', 'xclarity-manifest', 1, text);
const link = (members: string) => `{ "links": [{ ${members} }] }`;

suite('manifestLanguage: reports', () => {
	test('a key that stands twice is named: the last one counts', () => {
		const text = `{
	"links": [{ "unattend": "rhel9/a.cfg", "config": "old.json", ⟦"config"⟧: "site.xclarity.json" }],
	"rules": { "macro-group": "off", ⟦"macro-group"⟧: "error" },
	⟦"links"⟧: [{ "unattend": "rhel9/b.cfg", "config": "site.xclarity.json" }]
}`;
		const { document: plain, ranges } = marked(text, 'xclarity-manifest');
		const reports = manifestLanguage.validate(plain, context);
		assert.deepEqual(
			reports.map(({ code, range }) => ({ code, range })),
			ranges.map(range => ({ code: 'json-duplicate-key', range })),
		);
		assert.deepEqual(
			readManifest(plain).links.map(({ unattend }) => unattend[0]?.text),
			['rhel9/b.cfg'],
		);
	});

	test('among very many mistakes only the first ones say which file was meant', () => {
		const many = Array.from({ length: 500 }, (_, number) => number);
		const links = many.map(number => ({ unattend: `rhel9/${number}.cfg`, config: `site${number}.json` }));
		// Others are so unlike that to compare them takes no time.
		const other = (number: number): string => `${number}`.repeat(30);
		const there = many.flatMap(number =>
			number % 499 === 0
				? [`rhel9/${number}.ks`, `sites${number}.json`]
				: [`rhel9/${other(number)}.ks`, `${other(number)}.json`],
		);
		const reports = manifestLanguage.validate(document(JSON.stringify({ links })), { ...context, files: there });
		assert.equal(reports.length, 1000);
		const isMeant = reports.map(({ message }) => /Did you mean/.test(String(message)));
		assert.deepEqual([isMeant.at(0), isMeant.at(1), isMeant.at(-2), isMeant.at(-1)], [true, true, false, false]);
	});

	test('a correct manifest raises nothing', () => {
		const text = `{
	// Comments and trailing commas are welcome.
	"links": [
		{ "unattend": "rhel9/*.cfg", "config": "site.xclarity.json", "os": "rhels", "osrelease": "9.4", "scripts": ["*.sh"] },
		{ "unattend": ["esxi/ks.cfg"], "config": "./site.xclarity.json", "description": "ESXi" },
	],
	"rules": { "macro-group": "off", "macro-unlinked": "error" },
	"server": "lab"
}`;
		assert.deepEqual(manifestLanguage.validate(document(text), context), []);
		assert.deepEqual(manifestLanguage.validate(document('{}'), context), []);
	});

	for (const [text, code, message] of [
		['{ "links" ⟦[⟧] }', 'link-syntax', 'This is not JSON: a colon is missing.'],
		['⟦⟧', 'link-syntax', 'This is not JSON: the file is empty.'],
		['⟦[]⟧', 'link-value', 'This file must be an object.'],
		['{ "links": ⟦{}⟧ }', 'link-value', 'links must be a list of links.'],
		['{ "links": [⟦{⟧ "config": "old.json" }] }', 'link-key-missing', 'This link lacks "unattend".'],
		[
			link('"unattend": ⟦5⟧, "config": "old.json"'),
			'link-value',
			'unattend must be a path or pattern in quotes, or a list of them.',
		],
		[
			link('"unattend": ["rhel9/a.cfg", ⟦5⟧], "config": "old.json"'),
			'link-value',
			'Each entry of unattend must be a path or pattern in quotes.',
		],
		['{ "links": [⟦5⟧] }', 'link-value', 'Each entry of links must be an object with "unattend" and "config".'],
		...(['config', 'os', 'osrelease'] as const).map(
			key =>
				[
					link(`"unattend": "rhel9/a.cfg", ${key === 'config' ? '' : '"config": "old.json", '}"${key}": ⟦" "⟧`),
					'link-value',
					`${key} must be a text that is not empty.`,
				] as const,
		),
		['{ "ignore": ["old/", ⟦""⟧] }', 'link-value', 'Each entry of ignore must be a text that is not empty.'],
		...(['!', '[a-', '!../x', 'a/./x', '# c', '/'] as const).map(
			pattern =>
				[
					`{ "ignore": ["old/", "[!a]*", "\\\\[a", "!x.cfg", ⟦"${pattern}"⟧] }`,
					'link-no-match',
					`${pattern} matches no file.`,
				] as const,
		),
		[
			link('"unattend": "rhel9/a.cfg", "config": "old.json", ⟦"release"⟧: "9"'),
			'link-key-unknown',
			'"release" is not a key of xclarity.json. Did you mean "osrelease"?',
		],
		['{ "ignore": ⟦"old"⟧ }', 'link-value', 'ignore must be a list of patterns.'],
		['{ "ignore": [⟦5⟧] }', 'link-value', 'Each entry of ignore must be a pattern in quotes.'],
		['{ ⟦"link"⟧: [] }', 'link-key-unknown', '"link" is not a key of xclarity.json. Did you mean "links"?'],
		[
			link('"unattend": "rhel9/a.cfg", "config": ⟦"site.xclarty.json"⟧'),
			'link-config-missing',
			'There is no file site.xclarty.json. Did you mean site.xclarity.json?',
		],
		[link('"unattend": ⟦"sles/*.xml"⟧, "config": "old.json"'), 'link-no-match', 'sles/*.xml matches no file.'],
		[
			link('"unattend": ⟦"rhel9/c.cfg"⟧, "config": "old.json"'),
			'link-no-match',
			'rhel9/c.cfg matches no file. Did you mean rhel9/a.cfg?',
		],
		[
			link('"unattend": "rhel9/a.cfg", "config": ⟦"../old.json"⟧'),
			'link-path-outside',
			'../old.json leads out of the folder of this file; paths are relative to it.',
		],
		[
			link('"unattend": ⟦"*a*a*a*a*a*a*a*a*a*a"⟧, "config": "old.json"'),
			'link-pattern',
			'This pattern is too long or has too many stars; name the folders instead.',
		],
		[
			'{ "links": [{ "unattend": "rhel9/*.cfg", "config": "old.json" }, { "unattend": ⟦"**/a.cfg"⟧, "config": "site.xclarity.json" }] }',
			'link-ambiguous',
			'rhel9/a.cfg is linked with several configuration-settings files: old.json, site.xclarity.json. The first one is used.',
		],
		[
			'{ "links": [{ "unattend": "rhel9/*.cfg", "config": "old.json" }, { "unattend": ⟦"rhel9/b.cfg"⟧, "config": "old.json" }] }',
			'link-repeated',
			'An earlier link already names rhel9/b.cfg; this one is ignored for it.',
		],
		[
			link('"unattend": ["rhel9/a.cfg", "rhel9/b.cfg", ⟦"./rhel9/a.cfg"⟧], "config": "old.json"'),
			'link-repeated',
			'This list already names ./rhel9/a.cfg; this one is ignored for it.',
		],
		[
			'{ "rules": { ⟦"macro-unkown"⟧: "off" } }',
			'link-rule-unknown',
			'There is no rule macro-unkown. Did you mean macro-unknown?',
		],
		[
			'{ "rules": { "macro-unknown": ⟦"none"⟧ } }',
			'link-value',
			'macro-unknown must be "off", "hint", "information", "warning" or "error".',
		],
		[
			'{ "server": ⟦"https://lxca.example.org"⟧ }',
			'link-value',
			'server must be the name of a server in your settings, not an address.',
		],
		[
			'{ "server": ⟦"10.0.0.1"⟧ }',
			'link-value',
			'server must be the name of a server in your settings, not an address.',
		],
	] as const) {
		test(`${code}: ${text}`, () => {
			const { document, range } = marked(text, 'xclarity-manifest', 'file:///site/xclarity.json');
			const [found, ...more] = manifestLanguage.validate(document, context);
			assert.deepEqual(
				more.map(({ message }) => message),
				[],
			);
			assert.equal(found?.code, code);
			assert.equal(found?.message, message);
			assert.deepEqual(found?.range, range);
		});
	}

	test('patterns are held against every file: those behind the thousandth are one report, and name nothing', () => {
		const patterns = Array.from({ length: 1200 }, (_, number) => `"${number}/*.cfg"`).join(', ');
		const many = document(
			`{ "links": [{ "unattend": [${patterns}, "named.cfg"], "scripts": ["*.sh", "a.sh"], "config": "site.xclarity.json" }] }`,
		);
		const found = manifestLanguage.validate(many, { ...context, files: [] });
		assert.deepEqual(
			found.map(({ code, message, range }) => [code, message, many.getText(range)]),
			[
				[
					'link-pattern',
					'This file has more than 1000 patterns: this one and those behind it name nothing.',
					'"1000/*.cfg"',
				],
			],
		);
		const ignoring = document(`{ "ignore": [${patterns}] }`);
		const [report, ...more] = manifestLanguage.validate(ignoring, context);
		assert.deepEqual([report?.code, more], ['link-pattern', []]);
		const named = (path: string): number => linksOf(readManifest(many), path).length;
		assert.deepEqual(
			['0/a.cfg', '999/a.cfg', '1000/a.cfg', 'named.cfg', 'b.sh', 'a.sh'].map(named),
			[1, 1, 0, 1, 0, 1],
		);
		assert.equal(readManifest(ignoring).ignore.at(-1), '999/*.cfg');
	});

	test('when the files are not known, none is missed, and a file named twice is noticed', () => {
		const text = link('"unattend": "a.ks", "config": "b.json"').replace(/\[(.*)\]/, '[$1, $1]');
		assert.deepEqual(
			manifestLanguage.validate(document(text), { ...context, files: [] }).map(({ code }) => code),
			['link-repeated'],
		);
	});

	test('what was meant is one fix away', () => {
		const { document: wrong } = marked(link('"unattend": "rhel9/c.cfg", "confg": "old.json", "config": "olt.json"'));
		const diagnostics = manifestLanguage.validate(wrong, context);
		const actions = manifestLanguage.codeActions?.(wrong, marked('⟦⟧').range, diagnostics, context) ?? [];
		assert.deepEqual(
			actions.map(({ title }) => title),
			['Change to "rhel9/a.cfg"', 'Change to "config"', 'Change to "old.json"'],
		);
		assert.equal(
			appliedTo(wrong, actions[2]?.edit),
			link('"unattend": "rhel9/c.cfg", "confg": "old.json", "config": "old.json"'),
		);
	});
});

suite('manifestLanguage: writing', () => {
	const items = (text: string) => {
		const { document, cursor } = marked(text, 'xclarity-manifest');
		return manifestLanguage.complete?.(document, cursor, context) ?? [];
	};
	const labels = (text: string) => items(text).map(({ label }) => label);

	/** The text after the item of that name was accepted, tab stops left out. */
	function accepted(text: string, label: string): string {
		const { document } = marked(text, 'xclarity-manifest');
		const item = items(text).find(one => one.label === label);
		assert.ok(item?.textEdit && 'range' in item.textEdit, `${label} is not offered`);
		const newText =
			item.insertTextFormat === 2
				? item.textEdit.newText.replace(/\$\d/g, '').replace(/\\(.)/g, '$1')
				: item.textEdit.newText;
		return applied(document, [{ range: item.textEdit.range, newText }]);
	}

	test('behind a key with something to choose from the list opens again', () => {
		const opening = (text: string) =>
			items(text)
				.filter(({ command }) => command?.command === 'editor.action.triggerSuggest')
				.map(({ label }) => label);
		assert.deepEqual(opening('{ ‸ }'), ['links']);
		assert.deepEqual(opening('{ "links": [{ ‸ }] }'), ['unattend', 'config', 'os', 'osrelease']);
		assert.deepEqual(opening('{ "links": [{ "‸": "a" }] }'), [], 'its value is there');
		assert.ok(opening('{ "rules": { ‸ } }').includes('macro-unknown'));
	});

	test('a blank goes behind the comma before a key', () => {
		assert.equal(accepted('{ "links": [],‸ }', 'server'), '{ "links": [], "server": "" }');
	});

	test('keys that fit and are not there yet', () => {
		assert.deepEqual(labels('{ ‸ }'), ['$schema', 'links', 'rules', 'ignore', 'server']);
		assert.deepEqual(labels('{ "links": [{ "unattend": "a", ‸ }] }'), [
			'config',
			'os',
			'osrelease',
			'description',
			'scripts',
		]);
		assert.deepEqual(labels('{ "links": [{ "con‸": "a" }] }')[1], 'config');
	});

	test('values: files, operating systems, rules, severities', () => {
		assert.deepEqual(labels(link('"config": "‸"')), ['site.xclarity.json', 'old.json']);
		assert.deepEqual(labels(link('"unattend": ["‸"]')), ['rhel9/a.cfg', 'rhel9/b.cfg', 'esxi/ks.cfg']);
		assert.deepEqual(labels(link('"scripts": [‸]')), ['post.sh']);
		assert.ok(labels(link('"os": ‸')).includes('esxi'));
		assert.ok(labels('{ "rules": { "‸" } }').includes('macro-unknown'));
		assert.deepEqual(labels('{ "rules": { "macro-unknown": ‸ } }'), ['off', 'hint', 'information', 'warning', 'error']);
	});

	test('a whole link, where one can stand and in an empty file', () => {
		const whole = '{ "unattend": "rhel9/a.cfg", "config": "site.xclarity.json" }';
		for (const [before, after] of [
			['{ "links": [‸] }', `{ "links": [${whole}] }`],
			['{ "links": ‸ }', `{ "links": [${whole}] }`],
			[`{ "links": [${whole} ‸] }`, `{ "links": [${whole} , ${whole}] }`],
			[`{ "links": [‸ ${whole}] }`, `{ "links": [${whole},  ${whole}] }`],
		] as const) {
			const { document } = marked(before, 'xclarity-manifest');
			const [item] = items(before);
			assert.ok(item?.textEdit && 'range' in item.textEdit);
			assert.equal(applied(document, [{ ...item.textEdit, newText: plainText(item.textEdit.newText) }]), after);
		}
		const [start] = items('‸');
		assert.ok(start?.textEdit);
		assert.deepEqual(JSON.parse(plainText(start.textEdit.newText)), { links: [JSON.parse(whole)] });
	});

	test('a key after a member without its comma brings the comma along', () => {
		for (const half of [' se‸', ' "se‸"', '\n\t"se‸', '\n\tse‸', 'se‸']) {
			const text = `{ "links": []${half}\n}`;
			const { document } = marked(text, 'xclarity-manifest');
			const item = items(text).find(({ label }) => label === 'server');
			assert.ok(item?.textEdit && 'range' in item.textEdit, text);
			const edit = { range: item.textEdit.range, newText: plainText(item.textEdit.newText) };
			const result = applied(document, [edit, ...(item.additionalTextEdits ?? [])]);
			assert.deepEqual(JSON.parse(result), { links: [], server: '' }, result);
		}
	});

	test('releases of the system of the link alone', () => {
		assert.deepEqual(labels(link('"os": "sles", "osrelease": ‸')), ['15.5']);
		assert.ok(labels(link('"osrelease": ‸')).length > 3);
	});

	for (const [before, label, after] of [
		['{ ‸ }', 'links', '{ "links": [] }'],
		['{ "li‸" }', 'links', '{ "links": [] }'],
		['{ li‸ }', 'links', '{ "links": [] }'],
		['{ ‸ "rules": {} }', 'links', '{ "links": [], "rules": {} }'],
		['{ ‸ }', '$schema', '{ "$schema": "" }'],
		['{ "l‸": [] }', 'links', '{ "links": [] }'],
		[link('"config": "o‸"'), 'old.json', link('"config": "old.json"')],
		[link('"config": ‸'), 'old.json', link('"config": "old.json"')],
		[link('"unattend": [‸ "x"]'), 'rhel9/a.cfg', link('"unattend": ["rhel9/a.cfg", "x"]')],
	] as const) {
		test(`${before} with ${label} becomes ${after}`, () => assert.equal(accepted(before, label), after));
	}

	test('hover explains keys and rules', () => {
		const hovered = (text: string) => {
			const { document, cursor } = marked(text);
			const contents = manifestLanguage.hover?.(document, cursor, context)?.contents;
			return MarkupContent.is(contents) ? contents.value : undefined;
		};
		assert.equal(
			hovered('{ "links": [{ "osre‸lease": "9" }] }'),
			'Release as the appliance calls it, such as 9.4, 15.5 or 2022.',
		);
		assert.match(hovered('{ "rules": { "macro-un‸known": "off" } }') ?? '', /^A custom macro must be declared.*error/s);
		assert.equal(hovered('{ "links": ‸[] }'), undefined);
	});

	test('paths are links to their files', () => {
		const { document, range } = marked('{ "links": [{ "unattend": "*.ks", "config": "⟦sub/a b.json⟧" }] }');
		assert.deepEqual(manifestLanguage.links?.(document, context), [{ range, target: 'file:///site/sub/a%20b.json' }]);
	});
});

suite('manifestLanguage: any text', () => {
	test('a nesting of ten thousand brackets is answered', () => {
		for (const text of ['['.repeat(10_000), '{"a":'.repeat(10_000), `${'['.repeat(10_000)}${']'.repeat(10_000)}`]) {
			const deep = document(text);
			assert.deepEqual(
				manifestLanguage.validate(deep, context).map(({ code }) => code),
				['link-syntax'],
			);
			assert.deepEqual(readManifest(deep).links, []);
			manifestLanguage.complete?.(deep, { line: 0, character: 5000 }, context);
			manifestLanguage.hover?.(deep, { line: 0, character: 5000 }, context);
		}
	});

	test('no verb throws, and every range lies in the document', () => {
		const pieces = fc.constantFrom(
			...['{', '}', '[', ']', ',', ':', '"', '"links"', '"unattend"', '"config"', '"rules"', '"*.ks"', '"a/../b"'],
			...['5', 'null', '//', '/*', '\n', '"__proto__"', '"os"', '\\u', '\uFEFF', '"scripts"', '"../x"', '\u{1F600}'],
		);
		fc.assert(
			fc.property(fc.array(pieces, { maxLength: 30 }), fc.nat(), (parts, at) => {
				const any = document(parts.join(''));
				const diagnostics = manifestLanguage.validate(any, context);
				for (const { range } of diagnostics) assert.ok(any.offsetAt(range.start) <= any.offsetAt(range.end));
				const position = any.positionAt(at % (any.getText().length + 1));
				manifestLanguage.complete?.(any, position, context);
				manifestLanguage.hover?.(any, position, context);
				manifestLanguage.links?.(any, context);
				manifestLanguage.codeActions?.(any, { start: position, end: position }, diagnostics, context);
			}),
			cases({ few: 15, many: 400 }),
		);
	});
});
