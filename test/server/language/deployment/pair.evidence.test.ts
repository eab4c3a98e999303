/** Any unattend file without macros, turned into a pair: what the installer reads stays what it was. */
import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { Diagnostic } from 'vscode-languageserver-types';
import { type Answers, noAnswers } from '../../../../server/language/deployment/answers';
import { makePair } from '../../../../server/language/deployment/pair/makePair';
import type { ProposedSetting } from '../../../../server/language/deployment/pair/proposedSetting';
import { finish, languageFor, pairProposal } from '../../../../server/language/languageService';
import { noLink } from '../../../../server/language/links/link';
import { changedText } from '../../../../server/language/textChange';
import { isThorough } from '../../../support/thorough';
import { contextOf, documentOf, mistakenFiles, ownFiles, type PlainFile, randomFiles, realFiles } from './plainFiles';

/** How many reports are at least an error, a warning, information, a hint: one that grows quieter is no new one. */
const counts = (reports: readonly Diagnostic[]): number[] =>
	[1, 2, 3, 4].map(level => reports.filter(({ severity = 1 }) => severity <= level).length);

const lines = (reports: readonly Diagnostic[]): string =>
	reports.map(({ code, range, message }) => `${range.start.line + 1} ${code}: ${message}`).join('\n');

/** What an operator enters who knows the passwords. */
const passwords = (settings: readonly ProposedSetting[], groups: { common: string; perServer: string }): Answers => {
	const of = (perServer: boolean) =>
		Object.fromEntries(
			settings.flatMap(({ isPerServer, isSecret, name, text }) =>
				isSecret && isPerServer === perServer ? [[name, text]] : [],
			),
		);
	return { ...noAnswers, common: { [groups.common]: of(false) } };
};

/** How many settings a file was turned into; 0 where it was refused. */
function check(file: PlainFile): number {
	const document = documentOf(file);
	const proposal = pairProposal(file.kind, document, contextOf(noLink));
	assert.ok(proposal);
	if ('refusal' in proposal) return 0;
	const { settings, groups } = proposal;
	assert.equal(new Set(settings.map(({ name }) => name)).size, settings.length);
	let before: readonly Diagnostic[] | undefined;
	for (const chosen of [settings, settings.filter(({ isSecret }) => !isSecret), settings.slice(0, 1)]) {
		if (chosen.length === 0) continue;
		const { changes, config: configText } = makePair(document, chosen, groups);
		const config = TextDocument.create('file:///site/new.xclarity.json', 'xclarity-config', 1, configText);
		const made = documentOf({ ...file, text: changedText(file.text, changes) });
		const context = contextOf({ ...noLink, config, configPath: 'new.xclarity.json', matches: ['new.xclarity.json'] });
		const answers = passwords(chosen, groups);
		const finished = finish(file.kind, made, context, { answers });
		assert.equal(finished?.text, file.text, file.name);
		const told = languageFor('config').validate(config, { ...contextOf(noLink), dependents: [made] });
		assert.equal(lines(told.filter(({ severity }) => (severity ?? 1) <= 2)), '', file.name);
		// A linked file is asked for its release and for the macros of the appliance's own work, whatever is in it.
		before ??= languageFor(file.kind).validate(document, context);
		const after = languageFor(file.kind).validate(made, context);
		const [was, is] = [counts(before), counts(after)];
		assert.ok(
			is.every((count, level) => count <= (was[level] ?? 0)),
			`${file.name}\n${lines(before)}\n--\n${lines(after)}`,
		);
	}
	return settings.length;
}

suite('an unattend file turned into a pair', () => {
	const sources = {
		'our own files': () => ownFiles(24),
		'files with a mistake': () => mistakenFiles(240),
		'random files': () => randomFiles(isThorough ? 200 : 1),
		'real files': () => realFiles(90),
	};
	for (const [name, read] of Object.entries(sources)) {
		test(`${name}: with the defaults the installer reads what it read before, and nothing new is reported`, context => {
			const files = read();
			if (files.length === 0) return context.skip('no such files here');
			const proposed = files.map(check);
			const made = proposed.filter(count => count > 0).length;
			context.diagnostic(
				`${made} of ${files.length} files became pairs, ${proposed.reduce((a, b) => a + b, 0)} settings in all`,
			);
			assert.ok(made > 0);
		});
	}
});
