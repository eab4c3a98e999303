import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { languageFor } from '../../../../../../../server/language/languageService';
import { noLink } from '../../../../../../../server/language/links/link';

/** What is said about what a macro brings to a line, where its setting says this. */
function brings(line: string, setting: string): string[] {
	const leaf = '"category": "dynamic", "common": true, "name": "x", "label": "X", "type": "string", "optional": false';
	const root = '"category": "dynamic", "name": "site", "type": "assoc_array", "optional": false';
	const config = `{ ${root}, "content": [{ ${leaf}, ${setting} }] }`;
	const link = { ...noLink, config: TextDocument.create('file:///site/s.json', '', 1, config), configPath: 's.json' };
	return languageFor('kickstart')
		.validate(TextDocument.create('file:///site/a.ks', '', 1, `#version=RHEL9\ntext\n${line}\n`), {
			severities: {},
			link,
			dependents: [],
			applianceMacros: [],
			files: [],
		})
		.filter(({ code }) => /^kickstart-macro/.test(String(code)))
		.map(({ message }) => String(message).replace(/; .*/, ''));
}

suite('what macros bring to a kickstart line', () => {
	test('two words where one belongs', () => {
		const two = '"value": "a.example.net b.example.net"';
		const oneWord = 'takes one word, as no quotation marks are around it';
		assert.deepEqual(brings('timesource --ntp-server=#x#', two), [`"--ntp-server" ${oneWord}`]);
		assert.deepEqual(brings('timesource --ntp-server="#x#"', two), []);
		assert.deepEqual(brings('timesource --ntp-server=#x#', '"value": "a.example.net --nts"'), []);
	});

	test('an argument where a line takes options only', () => {
		const address = '"regex": "^https?://[a-z.-]+$"';
		assert.deepEqual(brings('url #x#', address), ['"url" takes options only']);
		assert.deepEqual(brings('url --url=#x#', address), []);
		assert.deepEqual(brings('url #x#', '"regex": "^--url=https?://[a-z.-]+$"'), []);
		assert.deepEqual(brings('url --url=http://a #x#', '"regex": "^(?:--noverifyssl)?$"'), []);
	});

	test('an address without its scheme', () => {
		assert.deepEqual(brings('url --url=#x#', '"value": "repo.example.net/os"'), [
			'"--url" takes an address that begins with a scheme, such as https://',
		]);
		assert.deepEqual(brings('url --url=#x#', '"value": "https://repo.example.net/os"'), []);
		assert.deepEqual(brings('url --url=https://#x#', '"value": "repo.example.net/os"'), []);
	});

	test('a keyboard that the installer does not know', () => {
		assert.deepEqual(brings('keyboard #x#', '"choices": ["QWERTY", "de"]'), [
			'"keyboard" takes a keyboard that the installer knows',
		]);
		assert.deepEqual(brings('keyboard --xlayouts=#x#', '"choices": ["us", "de (nodeadkeys)"]'), []);
	});

	test('a hash that was cut off', () => {
		const digest = 'aB3./xYz'.repeat(11).slice(0, 86);
		assert.equal(brings('rootpw --iscrypted #x#', `"value": "$6$salt$${digest.slice(9)}"`).length, 1);
		assert.deepEqual(brings('rootpw --iscrypted #x#', `"value": "$6$salt$${digest}"`), []);
	});
});
