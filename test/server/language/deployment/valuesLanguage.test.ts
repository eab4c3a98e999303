import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { Context } from '../../../../server/language/language';
import { languageFor } from '../../../../server/language/languageService';
import { noLink } from '../../../../server/language/links/link';
import { applied, marked } from '../../../support/markers';
import { siteConfig } from './deploymentExamples';

const language = languageFor('values');
const context: Context = {
	severities: {},
	link: { ...noLink, config: siteConfig, configPath: 'site.xclarity.json' },
	dependents: [],
	applianceMacros: [],
	files: ['site.xclarity.json', 'a/other.json', 'b.values.json', 'ks.cfg'],
};

const offered = (text: string): string[] => {
	const { document, cursor } = marked(text, 'json');
	return language.complete?.(document, cursor, context).map(({ label }) => label) ?? [];
};

/** The text after the item of that name was accepted; its first tab stop is marked. */
function accepted(text: string, label: string): string {
	const { document, cursor } = marked(text, 'json');
	const item = language.complete?.(document, cursor, context).find(found => found.label === label);
	assert.ok(item?.textEdit && 'range' in item.textEdit, `${label} is offered`);
	const plain = item.textEdit.newText.replace(/\$\{1:([^}]*)\}|\$1/g, (_, preset = '') => `${preset}‸`);
	return applied(document, [{ range: item.textEdit.range, newText: plain }]);
}

const found = (text: string) =>
	language.validate(TextDocument.create('file:///site/a.values.json', 'json', 1, text), context);

suite('values files', () => {
	test('keys are offered where they have a meaning, and not twice', () => {
		assert.deepEqual(offered('{ "config": "site.xclarity.json", ‸ }'), ['$schema', 'common', 'predefined', 'servers']);
		assert.deepEqual(offered('{ "servers": [{ ‸ }] }'), ['name', 'values', 'predefined']);
	});

	test('names of settings are offered where they belong', () => {
		assert.deepEqual(offered('{ "common": { "note": "x", ‸ } }'), ['time', 'log']);
		assert.deepEqual(offered('{ "servers": [{ "values": { ‸ } }] }'), ['servers']);
		assert.deepEqual(offered('{ "servers": [{ "values": { "servers": { "server": [{ ‸ }] } } }] }'), [
			'locale',
			'rack',
		]);
	});

	test('values are the default first, then the other choices', () => {
		const at = '{ "servers": [{ "values": { "servers": { "server": [{ "locale": "‸" }] } } }] }';
		assert.deepEqual(offered(at), ['en_US', 'de_DE']);
	});

	test('the configuration-settings file is one that is there', () => {
		assert.deepEqual(offered('{ "config": "‸" }'), ['site.xclarity.json', 'a/other.json']);
	});

	test('what is accepted is JSON again', () => {
		assert.equal(accepted('{ "common": { ‸ } }', 'time'), '{ "common": { "time": {‸} } }');
		assert.equal(accepted('{ "common": { "no‸": "x" } }', 'note'), '{ "common": { "note": "x" } }');
		assert.equal(accepted('{ ‸ "config": "a" }', 'servers'), '{ "servers": [‸], "config": "a" }');
	});

	test('a misspelt name is put right', () => {
		const text = '{ "config": "site.xclarity.json", "common": { "nte": "x" } }';
		const document = TextDocument.create('file:///site/a.values.json', 'json', 1, text);
		const [diagnostic] = found(text);
		assert.equal(diagnostic?.code, 'values-setting-unknown');
		const [action] = language.codeActions?.(document, diagnostic.range, [diagnostic], context) ?? [];
		assert.equal(applied(document, action?.edit?.changes?.[document.uri] ?? []), text.replace('nte', 'note'));
	});

	test('a fault of what is common is told once, however many servers there are', () => {
		const text = '{ "config": "site.xclarity.json", "common": { "time": { "ntp": ["A!"] } }, "servers": [{}, {}] }';
		assert.deepEqual(
			found(text).map(({ code }) => code),
			['values-refused', 'values-required', 'values-required'],
		);
	});

	test('the path of the configuration-settings file is a link', () => {
		const { document, ranges } = marked('{ "config": "⟦a/other.json⟧" }', 'json');
		const links = language.links?.(document, context) ?? [];
		assert.deepEqual(
			links.map(({ range, target }) => [range, target?.endsWith('/a/other.json')]),
			ranges.map(range => [range, true]),
		);
	});

	test('hovering a name tells what it answers', () => {
		const { document, cursor } = marked(
			'{ "servers": [{ "values": { "servers": { "server": [{ "ra‸ck": "A01" }] } } }] }',
			'json',
		);
		const hover = language.hover?.(document, cursor, context);
		assert.match(JSON.stringify(hover?.contents), /Rack.*Matches/);
	});
});
