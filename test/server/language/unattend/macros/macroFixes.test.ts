import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { effectOf } from '../../../../../server/language/quickFix';
import { hostileLength } from '../../../../support/thorough';
import { node, vendorTable } from '../../macros/macroTables';
import { languageWith, linked, plainDialect } from '../unattendContexts';

suite('macroFixes', () => {
	test('n misspelt macros of n settings have a fix each, found at once', () => {
		const count = hostileLength(100, 20_000);
		const nodes = Array.from({ length: count }, (_, at) => node(`setting${at}`, at));
		const language = languageWith(plainDialect, { ...vendorTable, nodes });
		const lines = nodes.map(({ name }) => `echo "#site.x#" "#${name.replace('tt', 't')}#"\n`);
		const document = TextDocument.create('file:///site/a.plain', 'plaintext', 1, lines.join(''));
		const found = language.validate(document, linked).filter(({ code }) => code === 'macro-single-name');
		const whole = { start: document.positionAt(0), end: document.positionAt(document.getText().length) };
		const titles = language.codeActions(document, whole, found, linked).map(({ title }) => title);
		const changes = titles.filter(title => title.startsWith('Change to'));
		assert.deepEqual(
			changes,
			nodes.map(({ name }) => `Change to #${name}#`),
		);
	});
});

suite('a macro with more than a name between its hashes', () => {
	const language = languageWith();
	const effect = (value: string): string | undefined => {
		const document = TextDocument.create('file:///site/a.plain', 'plaintext', 1, `server=${value}\n`);
		const found = language.validate(document, linked).filter(({ code }) => code === 'macro-syntax');
		const [fix] = language.codeActions(
			document,
			{ start: document.positionAt(0), end: document.positionAt(1) },
			found,
			linked,
		);
		return fix && effectOf(fix);
	};

	for (const inside of [
		'common-ntpservers.ntpserver0,common-ntpservers.ntpserver1',
		'logpath|pool.ntp.org',
		'upper(logpath)',
	])
		test(`${inside} may be two, and a person decides`, () => assert.equal(effect(`#${inside}#`), 'decides'));
	for (const value of ['{{common-ntpservers.ntpserver0}}', '#common-ntpservers.ntpserver0!#', '&#35;{logpath}&#35;'])
		test(`${value} is safe to repair`, () => assert.equal(effect(value), 'safe'));
});
