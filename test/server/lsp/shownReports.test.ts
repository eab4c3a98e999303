import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { type Diagnostic, DiagnosticSeverity } from 'vscode-languageserver-types';
import { mostShown, shownReports } from '../../../server/lsp/shownReports';

const { Error: error, Warning: warning, Hint: hint } = DiagnosticSeverity;

/** One report a line, of these severities in turn. */
const reports = (count: number, ...severities: readonly DiagnosticSeverity[]): Diagnostic[] =>
	Array.from({ length: count }, (_, line) => {
		const place = { line, character: 0 };
		return {
			range: { start: place, end: place },
			severity: severities[line % severities.length] ?? error,
			message: 'wrong',
		};
	});

suite('the reports that an editor is told', () => {
	test('are all of them, as long as it would show them', () => {
		const all = reports(mostShown, error, hint);
		assert.deepEqual(shownReports(all), all);
	});

	test('are the gravest of many, and one that counts the others', () => {
		const [first, ...kept] = shownReports(reports(100_000, hint, warning, warning, error));
		assert.equal(kept.length, mostShown - 1);
		assert.ok(kept.every(({ severity }) => severity === error));
		const lines = kept.map(({ range }) => range.start.line);
		assert.deepEqual(
			lines,
			lines.toSorted((a, b) => a - b),
		);
		assert.equal(lines[0], 3);
		assert.match(String(first?.message), /^99001 more reports on this file are left out here/);
		assert.equal(first?.severity, error);
	});

	test('what is left out is as grave as the gravest of it', () => {
		const [first] = shownReports([...reports(10, error), ...reports(2000, hint)]);
		assert.equal(first?.severity, hint);
		const [second] = shownReports([...reports(500, error), ...reports(2000, warning, hint)]);
		assert.equal(second?.severity, warning);
	});
});
