import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { autoyastDialect } from '../../../../server/language/unattend/autoyast/autoyastDialect';
import { harmlessActions } from '../../../../server/language/unattend/harmlessActions';
import { kickstartDialect } from '../../../../server/language/unattend/kickstart/kickstartDialect';
import { isThorough } from '../../../support/thorough';
import { languageWith, linked } from './unattendContexts';

const language = languageWith(kickstartDialect);

/** Titles of the fixes of a rule, without those that switch its report off. */
function titles(text: string, code: string): string[] {
	const document = TextDocument.create('file:///site/ks.cfg', 'kickstart', 1, text);
	const found = language.validate(document, linked).filter(one => one.code === code);
	const [first] = found;
	assert.ok(first, `${code} is raised`);
	return language
		.codeActions(document, first.range, found, linked)
		.map(({ title }) => title)
		.filter(title => !title.startsWith('Switch off'));
}

suite('fixes that would bring a report of their own', () => {
	const code = 'kickstart-unknown-option';
	test('an option is not taken out where the line then lacks what it needs', () =>
		assert.deepEqual(titles('part / --percent=40\n', code), []));
	test('it is where the line lacks nothing', () =>
		assert.deepEqual(titles('part / --size=1024 --percent=40\n', code), ['Remove the option']));
	test('nor is a line made a comment whose command the file then lacks', () => {
		const rest =
			'keyboard us\ntimezone Etc/UTC --utc\nrootpw --lock\nzerombr\nclearpart --all\nautopart\ntext\nreboot\n';
		assert.deepEqual(titles(`speech en_US.UTF-8\n${rest}`, 'kickstart-unknown-command'), []);
		const both = `lang en_US.UTF-8\nspeech en_US.UTF-8\n${rest}`;
		assert.deepEqual(titles(both, 'kickstart-unknown-command'), ['Make it a comment']);
	});
	test('a fix that takes nothing away is offered all the same', () =>
		assert.deepEqual(titles('keybord\n', 'kickstart-unknown-command'), ['Change to keyboard']));
	test('in a text too long to check again nothing is left out', () =>
		assert.deepEqual(titles(`part / --percent=40\n# ${'a'.repeat(120_000)}`, code), ['Remove the option']));

	test('of many mistakes only as many are tried as keep an editor from waiting', () => {
		const language = languageWith(autoyastDialect);
		const text = `<?xml version="1.0"?>\n<profile xmlns="http://www.suse.com/1.0/yast2ns">\n${'</a>\n'.repeat(500)}</profile>\n`;
		const document = TextDocument.create('file:///site/a.xml', 'xml', 1, text);
		const found = language.validate(document, linked);
		let checks = 0;
		const removals = found.map(() => ({ title: 'Remove', data: { effect: 'loses' } }));
		const left = harmlessActions(document, removals, () => {
			checks++;
			return found;
		});
		assert.ok(checks * found.length <= 2 * 2000, `${checks} checks of ${found.length} reports`);
		assert.equal(left.length, removals.length);
	});

	if (isThorough)
		test('of a long text with many mistakes the first ones are tried', () => {
			// What is tried is counted in characters, of which those of a comment are soon checked.
			const text = `${'part / --percent=40\n'.repeat(12)}#`.padEnd(100_000, 'a');
			const document = TextDocument.create('file:///site/ks.cfg', 'kickstart', 1, text);
			const found = language.validate(document, linked).filter(one => one.code === code);
			const whole = { start: document.positionAt(0), end: document.positionAt(text.length) };
			const removed = language
				.codeActions(document, whole, found, linked)
				.filter(({ title }) => title === 'Remove the option');
			assert.equal(removed.length, found.length - 1_000_000 / text.length);
		});
});
