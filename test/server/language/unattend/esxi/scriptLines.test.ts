import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { scriptLines } from '../../../../../server/language/unattend/esxi/checks/scriptLines';
import type { Section } from '../../../../../server/language/unattend/statements/readStatements';

const linesOf = (script: string): string[] =>
	scriptLines(script, { bodyStart: 0, bodyEnd: script.length } as Section).map(({ text }) => text);

suite('scriptLines', () => {
	test('comments are none', () => assert.deepEqual(linesOf('ls\n  # reboot\nls -l\n'), ['ls', 'ls -l']));
	test('what a here-document says is data, up to its word', () =>
		assert.deepEqual(linesOf('cat > a << EOF\nreboot\nEOF\nls\n'), ['cat > a << EOF', 'ls']));
	test('a here-document without its word goes on to the end', () =>
		assert.deepEqual(linesOf("cat <<-'END'\nreboot\nEOF\n"), ["cat <<-'END'"]));
});
