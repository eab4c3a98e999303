import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { Context } from '../../../../../server/language/language';
import { languageFor } from '../../../../../server/language/languageService';
import { noLink } from '../../../../../server/language/links/link';
import { effectOf } from '../../../../../server/language/quickFix';
import { appliedTo } from '../../../../support/markers';

const context: Context = { severities: {}, link: noLink, dependents: [], applianceMacros: [], files: [] };
const language = languageFor('config');

const right = '"category": "dynamic", "common": true, "label": "L", "type": "string", "optional": false, "name": "a"';
const head =
	'{"category": "dynamic", "name": "s", "type": "assoc_array", "optional": false, "common": true, "content": [{';
const tail = '}]}';

/** What a fix may do; other actions are none. */
const ways: readonly string[] = ['safe', 'decides', 'loses'];

/** Mistakes in a setting: what is right there, or nothing for one behind it; what is wrong; the report; the ways out. */
const mistakes: readonly (readonly [right: string, wrong: string, code: string, ...ways: string[]])[] = [
	['', '"value": 5', 'config-value-type', 'safe: "value": "5"'],
	['', '"choices": ["x","y"], "value": 5', 'config-value-type'],
	['', '"choices": "x, y"', 'config-list', 'decides: "choices": ["x", "y"]'],
	['', '"choices": "x"', 'config-list', 'safe: "choices": ["x"]'],
	['', '"choices": 5', 'config-list', 'safe: "choices": ["5"]'],
	['', '"choices": true', 'config-list'],
	['', '"choices": ["x", "x"]', 'config-duplicate-choice', 'safe: "choices": ["x"]'],
	['', '"choices": ["x", "", "y"]', 'config-choice-blank', 'decides: "choices": ["x", "y"]'],
	['', '"choices": ["x", 5]', 'config-choice-type', 'safe: "choices": ["x", "5"]'],
	['', '"choices": [" x"]', 'config-outer-blanks', 'decides: "choices": ["x"]'],
	['', '"value": undefined', 'json-literal', 'decides: …'],
	['', '"value": five words here', 'json-unquoted-value', 'safe: "value": "five words here"'],
	['', '"value": +5', 'json-number', 'safe: "value": 5'],
	['', '"value": .5', 'json-number', 'safe: "value": 0.5'],
	['', '"value": 1.', 'json-number', 'safe: "value": 1'],
	['', '"value": 05', 'json-number', 'safe: "value": 5'],
	['', '"value": 0x10', 'json-number', 'safe: "value": 16'],
	['', '"value": 1_000', 'json-number', 'safe: "value": "1_000"'],
	['', '"value": 5x', 'json-number', 'safe: "value": "5x"'],
	['', '"value": -', 'json-unquoted-value', 'safe: "value": "-"'],
	['', '"value": True', 'json-literal', 'safe: "value": true'],
	['', '"value": None', 'json-literal', 'decides: …'],
	['', '"value": <x>', 'json-unquoted-value', 'safe: "value": "<x>"'],
	['', '"value": x"', 'json-unquoted-value', 'safe: "value": "x"'],
	['', '"value" "x"', 'json-missing-colon', 'safe: "value": "x"'],
	['', '"value: "x"', 'json-unclosed-string', 'safe: "value": "x"'],
	['', '"value": "x', 'json-unclosed-string', 'safe: "value": "x"'],
	['', '"value:" "x"', 'json-missing-colon', 'safe: "value": "x"'],
	['', '"value" => "x"', 'json-missing-colon', 'safe: "value" : "x"'],
	['', '"value"; "x"', 'json-wrong-separator', 'safe: "value": "x"'],
	['', '"value": ...', 'json-ellipsis', 'safe: "value": ""'],
	['', '"value": ... "x"', 'json-ellipsis', 'safe: "value":  "x"'],
	['', '"value": …', 'json-ellipsis', 'safe: "value": ""'],
	['', '…', 'json-ellipsis', 'safe: …'],
	['', '("value": "x"', 'json-unexpected', 'safe: "value": "x"'],
	['', '"value": "x" +', 'json-unexpected', 'safe: "value": "x" '],
	['', '"value": "x";', 'json-unexpected', 'safe: "value": "x"'],
	['', '"value": "x",', 'json-trailing-comma', 'safe: "value": "x"'],
	['', '"value": "x""', 'json-unexpected', 'safe: "value": "x"'],
	['', ', "value": "x"', 'json-extra-comma', 'safe:  "value": "x"'],
	['', '"value": "a" + "b"', 'json-joined-text', 'safe: "value": "ab"'],
	['', '"value": `x`', 'json-quotes', 'safe: "value": "x"'],
	['', "'value': 'it\\'s'", 'json-quotes', 'safe: "value": "it\'s"'],
	['', '"value": \'x"', 'json-quotes', 'safe: "value": "x"'],
	['', 'value: x', 'json-unquoted-key', 'safe: "value": "x"'],
	['', '"value": ‘x’', 'json-quotes', 'safe: "value": "x"'],
	['', '"value": “x"', 'json-quotes', 'safe: "value": "x"'],
	['', '"value": "x”', 'json-quotes', 'safe: "value": "x"'],
	['', '"value": „x“', 'json-quotes', 'safe: "value": "x"'],
	['', '"value": ""x""', 'json-quotes', 'safe: "value": "x"'],
	['', '"value": "say "x" now"', 'json-unescaped-quote', 'safe: "value": "say \\"x\\" now"'],
	['', '"value":\u00a0"x"', 'json-white-space', 'safe: "value": "x"'],
	['', '"value": "a\nb"', 'json-line-break-in-string', 'safe: "value": "a b"', 'decides: "value": "a\\nb"'],
	['', '"value": "a\tb"', 'json-control-character', 'safe: "value": "a\\tb"'],
	['', '"value": "a\\d"', 'json-invalid-escape', 'safe: "value": "a\\\\d"'],
	['', '"regex": "^\\d+$"', 'json-invalid-escape', 'safe: "regex": "^\\\\d+$"'],
	['', '"regex": "/^x$/"', 'config-regex-slashes', 'decides: "regex": "^x$"'],
	['', '"value": "x", "value": "y"', 'json-duplicate-key', 'loses: "value": "y"', 'loses: "value": "x"'],
	['', '"value": "x", "value": "x"', 'json-duplicate-key', 'safe: "value": "x"'],
	[
		'',
		'"description: some text", "value": "x"',
		'json-missing-value',
		'safe: "description": "some text", "value": "x"',
	],
	['', '"vaule": "x"', 'config-unknown-key', 'safe: "value": "x"'],
	['', '"Value": "x"', 'config-unknown-key', 'safe: "value": "x"'],
	['', '"default": "x"', 'config-unknown-key', 'decides: "value": "x"'],
	['', '"value"', 'json-missing-value', 'decides: "value": ""', 'decides: "value": ""'],
	['false', 'yes', 'json-literal', 'safe: true'],
	['false', 'maybe', 'json-unquoted-value', 'decides: true', 'decides: false'],
	['false', '"false', 'json-unclosed-string', 'safe: false'],
	['false', '', 'json-missing-value', 'decides: true ', 'decides: false '],
	['false', '"yes"', 'config-boolean', 'safe: true'],
	['false', '0', 'config-boolean', 'safe: false'],
	['true', '"true"', 'config-boolean', 'safe: true'],
	['"string"', '"String"', 'config-type-unknown', 'safe: "string"'],
	['"dynamic"', '"Dynamic"', 'config-category', 'safe: "dynamic"'],
	['"a"', '"a b"', 'config-name-characters', 'decides: "a-b"'],
	['"a"', '"a.b"', 'config-name-characters', 'decides: "a-b"'],
	['"a"', '"a#"', 'config-name-characters', 'decides: "a"'],
	['"a"', '" a"', 'config-name-characters', 'decides: "a"'],
	['"a"', '5', 'config-text', 'safe: "5"'],
	['"label": "L", ', '', 'config-missing-label', 'decides: …, "label": "a"'],
	[
		'"optional": false, ',
		'',
		'config-recommended-key',
		'decides: …, "optional": true',
		'decides: …, "optional": false',
	],
	['"type": "string", ', '', 'config-missing-key', 'decides: …, "type": "string"'],
	['"category": "dynamic", ', '', 'config-missing-key', 'decides: …, "category": "dynamic"'],
	['"common": true, ', '', 'config-recommended-key', 'decides: …, "common": true'],
];

/** The report on a setting, and what each way out makes of its wrong part, or of all of it. */
function told(part: string, wrong: string): readonly string[] {
	const setting = part === '' ? `${right}, ${wrong}` : right.replace(part, wrong);
	const document = TextDocument.create('file:///site/a.xclarity.json', 'xclarity-config', 1, head + setting + tail);
	const [report, ...more] = language.validate(document, context).filter(({ code }) => code !== 'config-type-believed');
	assert.ok(report && more.length === 0, 'one mistake is one report');
	const at = part === '' ? `${right}, `.length : right.indexOf(part);
	const [before, behind] = [setting.slice(0, at), setting.slice(at + wrong.length)];
	const fixed = (language.codeActions?.(document, report.range, [report], context) ?? [])
		.filter(action => ways.includes(effectOf(action) ?? '') && !action.title.startsWith('Repair'))
		.map(action => {
			const after = appliedTo(document, action.edit).slice(head.length, -tail.length);
			const isThere = after.startsWith(before) && after.endsWith(behind);
			const shown = isThere
				? after.slice(at, after.length - behind.length)
				: after.replace(setting, '…').replace(right, '…');
			return `${effectOf(action)}: ${shown}`;
		});
	return [String(report.code), ...fixed];
}

suite('fixes of one mistake in a setting', () => {
	for (const [part, wrong, ...expected] of mistakes)
		test(`${wrong || `without ${part}`} for ${part || 'nothing'}`, () => assert.deepEqual(told(part, wrong), expected));
});
