import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { type CodeAction, CodeActionKind } from 'vscode-languageserver-types';
import { fixAll } from '../../../server/language/fixAll';
import type { Language } from '../../../server/language/language';
import { noLink } from '../../../server/language/links/link';

const context = { severities: {}, link: noLink, dependents: [], applianceMacros: [], files: [] };

/** Reports each `a`; its safe fix puts `instead` there. */
const reporting = (instead: string): Language => ({
	validate: document =>
		[...document.getText().matchAll(/a/g)].map(({ index }) => ({
			message: 'No a.',
			range: { start: document.positionAt(index), end: document.positionAt(index + 1) },
		})),
	codeActions: ({ uri }, _range, diagnostics): CodeAction[] =>
		diagnostics.map(diagnostic => ({
			title: `Change to ${instead}`,
			kind: CodeActionKind.QuickFix,
			diagnostics: [diagnostic],
			data: { effect: 'safe' },
			edit: { changes: { [uri]: [{ range: diagnostic.range, newText: instead }] } },
		})),
});

const fixed = (text: string, instead: string) =>
	fixAll(reporting(instead), TextDocument.create('file:///ks.cfg', 'kickstart', 1, text), context);

suite('all safe fixes of a file', () => {
	test('cure what they can', () => {
		const { text, count } = fixed('xaxa', 'b');
		assert.deepEqual([text, count], ['xbxb', 2]);
	});

	test('that go on for ever without a cure are taken back, and what they were for is left', () => {
		const { text, count, titles, left } = fixed('xa', 'ca');
		assert.deepEqual([text, count, titles], ['xa', 0, []]);
		assert.deepEqual(
			left.map(({ reason, title }) => [reason, title]),
			[['overlaps', 'Change to ca']],
		);
	});

	test('that are left are tried once more to tell why, a few of them', () => {
		const language = reporting('ca');
		let checks = 0;
		const counting: Language = {
			...language,
			validate(...given) {
				checks++;
				return language.validate(...given);
			},
		};
		const left = (count: number) => {
			const document = TextDocument.create('file:///ks.cfg', 'kickstart', 1, 'a'.repeat(count));
			checks = 0;
			return { reasons: fixAll(counting, document, context).left.map(({ reason }) => reason), checks };
		};
		const few = left(20);
		assert.deepEqual(new Set(few.reasons), new Set(['overlaps']));
		const many = left(40);
		assert.deepEqual(many.reasons.slice(19, 22), ['overlaps', 'untried', 'untried']);
		assert.equal(many.checks, few.checks);
	});
});
