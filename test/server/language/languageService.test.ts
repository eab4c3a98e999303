import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { askEverything } from '../../fuzz/everyVerb';
import { fuzz } from '../../fuzz/fuzz';
import { sampleTexts, spoiltKinds } from '../../fuzz/sampleTexts';
import { cases } from '../../support/thorough';

/** Every verb on grown and spoilt files of every kind; `bench/fuzz.mjs` tries as many of them as there is time for. */
suite('every verb on spoilt files', () => {
	const { numRuns, seed } = cases({ few: 1, many: 240 });

	test('there is something to spoil of every kind', () => {
		for (const [kind, texts] of sampleTexts()) assert.ok(texts.length > 0, kind);
	});

	test('texts on which something once went wrong', () => {
		askEverything('config', 'const site = {st site = {st site = { "name": "site" };\n', 0);
		const twice = '<constructor wcm:action="add"><Order>1</Order></constructor>'.repeat(2);
		// Every object has this word: a table that was asked for it gave a function.
		askEverything(
			'kickstart',
			'constructor\nraid / --level=constructor a b\npart / --fstype=constructor --label=abc\n',
			0,
		);
		// The separator of lines ends the first word, and is a blank in front of the second.
		askEverything('kickstart', '#version=RHEL9\nshutdown --ipaddr\u2028 --nomount --checksum\n', 0);
		for (const inner of [
			'<servicing><constructor action="x"/></servicing>',
			`<settings pass="oobeSystem"><component name="Microsoft-Windows-Shell-Setup"><FirstLogonCommands>${twice}</FirstLogonCommands></component></settings>`,
		])
			askEverything('windows', `<unattend xmlns="urn:schemas-microsoft-com:unattend">${inner}</unattend>`, 0);
	});

	for (const kind of spoiltKinds)
		test(`${kind}: nothing throws, every range lies in the document, and every edit applies`, () => {
			assert.deepEqual(fuzz({ kinds: [kind], inputs: numRuns, seed }), []);
		});
});
