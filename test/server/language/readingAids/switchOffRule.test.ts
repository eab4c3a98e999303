import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { Diagnostic } from 'vscode-languageserver-types';
import { languageFor } from '../../../../server/language/languageService';
import { switchOffRule, withRuleOff } from '../../../../server/language/readingAids/switchOffRule';
import { appliedTo, marked } from '../../../support/markers';
import { context } from './siteFiles';

const range = { start: { line: 0, character: 0 }, end: { line: 0, character: 1 } };
const report = (code: string): Diagnostic => ({ range, code, message: '' });
const manifestOf = (text: string) => TextDocument.create('file:///site/xclarity.json', 'json', 1, text);
const { document } = marked('{}');

const switching = (manifest: TextDocument) =>
	switchOffRule(document, [report('macro-unknown')], context({ manifest, manifestUri: manifest.uri }))[0]?.edit;

const afterSwitching = (text: string): string => {
	const manifest = manifestOf(text);
	return appliedTo(manifest, switching(manifest));
};

suite('switching a rule off', () => {
	test('adds rules to a manifest, and leaves the rest as the person wrote it', () => {
		assert.equal(
			afterSwitching('{\n\t"links": [], // ours\n}\n'),
			'{\n\t"links": [], // ours\n\t"rules": { "macro-unknown": "off" },\n}\n',
		);
	});

	test('adds the rule to those that are there', () => {
		assert.equal(
			afterSwitching('{ "rules": { "macro-group": "hint" } }'),
			'{ "rules": { "macro-group": "hint", "macro-unknown": "off" } }',
		);
	});

	test('changes a severity that is set', () => {
		assert.equal(afterSwitching('{ "rules": { "macro-unknown": "hint" } }'), '{ "rules": { "macro-unknown": "off" } }');
	});

	test('the edit writes what differs, and nothing that stays', () => {
		const manifest = manifestOf('{ "rules": { "macro-unknown": "hint" }, "links": [] }');
		const edits = switching(manifest)?.changes?.[manifest.uri] ?? [];
		assert.deepEqual(
			edits.map(({ range, newText }) => [manifest.getText(range), newText]),
			[['hint', 'off']],
		);
	});

	test('an empty manifest becomes one', () => {
		assert.deepEqual(JSON.parse(withRuleOff(' \n', 'macro-unknown') ?? ''), { rules: { 'macro-unknown': 'off' } });
	});

	test('a manifest that cannot be read is not touched', () => {
		const manifest = manifestOf('{ "links": [');
		assert.deepEqual(switchOffRule(document, [report('macro-unknown')], context({ manifest })), []);
	});

	test('without a manifest one is created beside the file', () => {
		const [action] = switchOffRule(document, [report('macro-unknown')], context());
		const [create, change] = action?.edit?.documentChanges ?? [];
		assert.deepEqual(create, { kind: 'create', uri: 'file:///site/xclarity.json', options: { ignoreIfExists: true } });
		assert.match(JSON.stringify(change), /macro-unknown/);
	});

	test('a rule that is reported twice has one action, a report of other tools none', () => {
		const reports = [report('macro-unknown'), report('macro-unknown'), report('other-tool')];
		const actions = switchOffRule(document, reports, context());
		assert.deepEqual(
			actions.map(({ title, diagnostics }) => [title, diagnostics?.length]),
			[['Switch off macro-unknown in xclarity.json', 2]],
		);
	});

	test('the file is clean once the manifest says so', () => {
		const { document: config } = marked('{ "name": "a", "name": "b" }');
		const language = languageFor('config');
		const codes = (severities: Record<string, 'off'>) =>
			language.validate(config, context({ severities })).map(({ code }) => code);
		const [code] = codes({});
		assert.ok(typeof code === 'string');
		const rules: unknown = JSON.parse(withRuleOff('', code) ?? '').rules;
		assert.ok(!codes(rules as Record<string, 'off'>).includes(code));
	});
});
