import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { suite, test } from 'node:test';
import { configProblems } from '../../../../server/language/config/configProblems';
import type { Problem } from '../../../../server/language/problem';
import { rules } from '../../../../server/language/rules';
import type { Rule } from '../../../../server/language/rules/rule';
import { marked } from '../../../support/markers';
import { hostileLength, isThorough } from '../../../support/thorough';

const site = readFileSync('test/fixtures/config/site.xclarity.json', 'utf8');
const problemsOf = (text: string): readonly Problem[] => configProblems(marked(text).document);
const severityOf = ({ code }: Problem): string => (rules[code] as Rule).severity;

/** A file whose one setting has the given keys besides those that every setting has. */
const withSetting = (
	keys: string,
): string => `{"category": "dynamic", "name": "root", "type": "assoc_array", "optional": false, "content": [
	{"common": true, "optional": false, ${keys}}]}`;
const leaf = (keys: string): string =>
	withSetting(`"category": "dynamic", "name": "a", "label": "A", "type": "string", ${keys}`);
const inner = '{"category": "dynamic", "common": true, "name": "b", "label": "B", "optional": false, "type": "string"}';

/** The marked ranges carry these codes, in document order, and nothing else is reported. */
function reports(text: string, ...codes: string[]): void {
	const { document, ranges } = marked(text);
	const found = [...configProblems(document)].sort((a, b) => a.start - b.start);
	assert.deepEqual(
		found.map(({ code }) => code),
		codes,
	);
	assert.deepEqual(
		found.map(({ start, end }) => ({ start: document.positionAt(start), end: document.positionAt(end) })),
		ranges,
	);
}

suite('configProblems', () => {
	test('a correct file has no problem', () => assert.deepEqual(problemsOf(site), []));

	test('what is wrong below a misspelt key, or is its value, is reported where it is written', () => {
		const group = '"category": "dynamic", "name": "g", "label": "G", "type": "assoc_array"';
		const wrong = inner.replace('"optional": false', '"optional": ⟦"no"⟧');
		reports(withSetting(`${group}, ⟦"contents"⟧: [${wrong}]`), 'config-unknown-key', 'config-boolean');
		reports(leaf('⟦"regx"⟧: ⟦5⟧'), 'config-unknown-key', 'config-text');
	});

	test('a file that is not one object', () => {
		reports('⟦[⟧]', 'config-root');
		reports('⟦{⟧}', 'config-root-content');
		reports(`{"category": "dynamic", "name": ⟦"r"⟧, "type": "assoc_array", "optional": true}`, 'config-root-content');
	});

	test('keys', () => {
		reports(leaf('⟦"chioces"⟧: ["x"]'), 'config-unknown-key');
		reports(leaf('⟦"minElements"⟧: 1'), 'config-misplaced-key');
		reports(leaf('⟦"autoCreateInstance"⟧: true'), 'config-misplaced-key');
		reports(
			withSetting(`"category": "dynamic", "name": "g", "type": "assoc_array", "content": [${inner}], ⟦"value"⟧: "x"`),
			'config-misplaced-key',
		);
		reports(withSetting('"label": "A", "name": ⟦"a"⟧, "type": "string"'), 'config-missing-key');
		reports(
			withSetting('"category": "dynamic", "label": "A", "type": "string"').replace('{"common', '⟦{⟧"common'),
			'config-missing-name',
		);
		reports(
			withSetting('"category": "dynamic", "label": "A", "name": ⟦"a"⟧, "type": "string"').replace(
				'"common": true, ',
				'',
			),
			'config-recommended-key',
		);
		reports(withSetting('"category": "dynamic", "name": ⟦"a"⟧, "type": "string"'), 'config-missing-label');
		reports(leaf('⟦"regex":⟧ '), 'json-missing-value');
	});

	test('a key in the place of its value is meant once', () => {
		const text = leaf('"value": "x"').replace(
			'"category": "dynamic", "name": "a"',
			'"dynamic": "category", "categry": "static", "name": "a"',
		);
		assert.deepEqual(
			problemsOf(text).map(({ code, facts }) => [code, facts.meant]),
			[
				['config-unknown-key', 'category'],
				['config-unknown-key', undefined],
			],
		);
	});

	test('values of the wrong kind', () => {
		reports(leaf('"value": "x"').replace('"dynamic", "name": "a"', '⟦"Dynamic"⟧, "name": "a"'), 'config-category');
		reports(leaf('"value": "x"').replace('"common": true', '"common": ⟦"true"⟧'), 'config-boolean');
		reports(leaf('"description": ⟦5⟧'), 'config-text');
		reports(leaf('⟦"choices"⟧: {"a": 1}'), 'config-list');
		reports(
			withSetting(`"category": "dynamic", "name": "l", "type": "array", "minElements": ⟦"1"⟧, "template": [${inner}]`),
			'config-element-count',
		);
		reports(
			withSetting(
				`"category": "dynamic", "name": "l", "type": "array", "minElements": ⟦4⟧, "maxElements": 3, "template": [${inner}]`,
			),
			'config-min-above-max',
		);
		reports(
			withSetting(`"category": "dynamic", "name": "g", "type": "assoc_array", "content": [${inner}, ⟦"x"⟧]`),
			'config-setting',
		);
		reports(leaf('"value": ⟦5⟧'), 'config-value-type');
	});

	test('names', () => {
		const two = (first: string, second: string): string =>
			withSetting(`"category": "dynamic", "name": "g", "type": "assoc_array", "content": [
			${inner.replace('"b"', first)}, ${inner.replace('"b"', second)}]`);
		reports(two('"x"', '⟦"x"⟧'), 'config-duplicate-name');
		reports(two('"x"', '⟦"g"⟧'), 'config-repeated-name');
		reports(two('⟦"x y"⟧', '⟦"x.y"⟧'), 'config-name-characters', 'config-name-characters');
		reports(
			withSetting('"category": "dynamic", "name": ⟦"predefined-x"⟧, "label": "A", "type": "string"'),
			'config-name-predefined',
		);
		const numbered = withSetting(
			`"category": "dynamic", "name": "l", "type": "array", ⟦"template"⟧: [${inner}, ${inner.replace('"b"', '⟦"b1"⟧')}]`,
		);
		reports(numbered, 'config-template-count', 'config-numbered-name');
	});

	test('groups, lists and templates', () => {
		reports(leaf(`"value": "x", ⟦"content"⟧: [${inner}]`), 'config-leaf-with-children');
		reports(
			withSetting(`"category": "dynamic", "name": "g", "type": ⟦"assoc_array"⟧`),
			'config-container-without-children',
		);
		reports(
			withSetting(`"category": "dynamic", "name": "g", "type": "assoc_array", ⟦"content"⟧: []`),
			'config-empty-content',
		);
		reports(
			withSetting(
				`"category": "dynamic", "name": "g", "type": "assoc_array", "content": [${inner}], ⟦"template"⟧: [${inner.replace('"b"', '"c"')}]`,
			),
			'config-content-and-template',
		);
		reports(
			withSetting(`"category": "dynamic", "name": "g", "type": ⟦"array"⟧, "content": [${inner}]`),
			'config-group-type',
		);
		reports(
			withSetting(
				`"category": "dynamic", "name": "g", "type": "assoc_array", "content": [${inner.replace('"common": true', '"common": ⟦false⟧')}]`,
			),
			'config-common-flip',
		);
		reports(leaf('"value": "x"').replace('"string"', '⟦"password"⟧'), 'config-type-believed');
		reports(leaf('"value": "x"').replace('"string"', '⟦"sting"⟧'), 'config-type-unknown');
	});

	test('values and choices', () => {
		reports(leaf('"value": "x"').replace('"dynamic", "name": "a"', '"static", "name": "a"'));
		reports(withSetting('"category": "static", "name": ⟦"a"⟧, "type": "string"'), 'config-static-value');
		reports(leaf('"choices": ["x", "y"], "value": ⟦"z"⟧'), 'config-value-choice');
		reports(leaf('⟦"choices"⟧: []'), 'config-empty-choices');
		reports(leaf('"choices": ["x", ⟦"x"⟧, ⟦1⟧]'), 'config-duplicate-choice', 'config-choice-type');
		reports(leaf('⟦"choices"⟧: ["english-us", "pt_BR"]'), 'config-mixed-choices');
	});

	test('regular expressions', () => {
		reports(leaf('"regex": ⟦"^(a$"⟧'), 'config-regex-invalid');
		reports(leaf('"regex": ⟦"^a++$"⟧'), 'config-regex-java');
		reports(leaf('"regex": ⟦"^(a+)+$"⟧'), 'config-regex-hangs');
		reports(leaf('"regex": ⟦"[\\\\w\\\\.]{1,64}$"⟧'), 'config-regex-unanchored');
		reports(leaf('"regex": "^[a-z]+$", "value": ⟦"A1"⟧'), 'config-regex-value');
		reports(leaf('"regex": "^[a-z]+$", "choices": ["a", ⟦"A1"⟧], "value": "a"'), 'config-regex-choice');
		reports(leaf(`"regex": ⟦"^${'('.repeat(200)}"⟧`), 'config-regex-bound');
		reports(leaf('"regex": ⟦"^[a-z]+$"⟧, "choices": ["A", "B"], "value": "A"'), 'config-regex-no-choice');
	});

	if (isThorough)
		test('the trials of all regular expressions of a file together are bounded, and one report says so', () => {
			const settings = Array.from({ length: 800 }, (_, index) => {
				const regex = `^(\\\\w+\\\\s?${index}?)*(\\\\w|${index})*x{${index % 9},}$`;
				return `{"common": true, "optional": true, "category": "dynamic", "name": "s${index}", "label": "S", "type": "string", "regex": "${regex}", "value": "${'a '.repeat(200)}"}`;
			});
			const problems = problemsOf(site.replace('"content": [', `"content": [${settings.join(', ')},`));
			const bounds = problems.filter(
				({ code, facts }) => code === 'config-regex-bound' && /more$/.test(String(facts.what)),
			);
			assert.equal(bounds.length, 1, JSON.stringify(bounds));
		});

	test('elements that exist from the start', () => {
		const list = (bound: string, auto: boolean): string =>
			`"category": "dynamic", "name": "l", "type": "array", "minElements": 0, "maxElements": ${bound}, "template": [{"common": true, "optional": true, "category": "dynamic", "name": "e", "label": "E", "type": "string", "autoCreateInstance": ${auto}}]`;
		reports(withSetting(list('⟦0⟧', true)), 'config-element-bound');
		reports(withSetting(list('0', false)));
		reports(withSetting(list('1', true)));
	});

	test('requests that carry a file', () => {
		reports(
			`{⟦"content"⟧: [${site}], "name": "x", ⟦"devicetype"⟧: "other", ⟦"os"⟧: "win"}`,
			'config-request-body',
			'config-request-device-type',
			'config-request-os',
		);
		reports(`[{⟦"customConfigValues"⟧: ${site}}]`, 'config-request-body');
	});

	test('nesting beyond reason is not looked at', () => {
		const depth = hostileLength(300, 10_000);
		const deep = '{"name": "a", "content": ['.repeat(depth) + ']}'.repeat(depth);
		assert.ok(problemsOf(deep).some(({ code }) => code === 'config-depth'));
		const length = hostileLength(300, 20_000);
		const list = `${'['.repeat(length)}${']'.repeat(length)}`;
		for (const key of ['common', 'choices', 'value', 'name', 'x', 'content', 'minElements']) {
			assert.ok(problemsOf(leaf(`"${key}": ${list}`)).length > 0 || key === 'value');
		}
		assert.ok(problemsOf(leaf(`"choices": [${list}], "value": "x"`)).length > 0);
	});

	const vendor = '../shared/reference/post-osimages.txt';
	const skip = existsSync(vendor) ? false : 'needs ../shared/reference';
	test("the vendor's request body as printed", { skip }, () => {
		const page = readFileSync(vendor, 'utf8');
		const from = page.indexOf('{\n"content"');
		const text = page.slice(from, page.indexOf('\nResponse codes', from));
		const { document } = marked(text);
		const found = [...configProblems(document)].sort((a, b) => a.start - b.start);
		const lines = text.split('\n');
		assert.deepEqual(
			found.map(problem => [
				problem.code,
				severityOf(problem),
				lines[document.positionAt(problem.start).line]?.slice(0, 28),
			]),
			[
				['config-request-body', 'error', '"content": [{'],
				['json-line-break-in-string', 'error', '"description": "This paramet'],
				['config-mixed-choices', 'information', '"choices": ["english-us", "p'],
				['json-line-break-in-string', 'error', '"description": "This paramet'],
				['config-regex-unanchored', 'information', '"regex": "[\\\\w\\\\.]{1,64}$",'],
				['json-line-break-in-string', 'error', '"description": "Custom confi'],
				['config-group-type', 'information', '"type": "array"'],
				['json-unclosed-bracket', 'error', '},'],
				['json-missing-comma', 'error', '"description": "My file desc'],
				['config-request-device-type', 'warning', '"devicetype": "other"'],
				['json-missing-comma', 'error', '"devicetype": "other"'],
				['json-missing-comma', 'error', '"name": "myconfigfile.json"'],
				['config-request-os', 'information', '"os": "win"'],
			],
		);
	});

	test("the vendor's file, repaired by hand, has no error and no warning", { skip }, () => {
		const page = readFileSync(vendor, 'utf8');
		const from = page.indexOf('[{', page.indexOf('{\n"content"')) + 1;
		const file = page
			.slice(from, page.indexOf('},\n"description": "My file', from) + 1)
			.replace(/([^,[\]{}"\n])\n|(,)\n(?=and|English)|\.\n/g, '$1$2 ');
		JSON.parse(file);
		assert.deepEqual(
			problemsOf(file).filter(problem => ['error', 'warning'].includes(severityOf(problem))),
			[],
		);
	});
});
