import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { suite, test } from 'node:test';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { Context, Kind } from '../../../server/language/language';
import { noLink } from '../../../server/language/links/link';
import { sampled } from '../../support/thorough';
import { configMistakes } from './configMistakes';
import { codesOf, type FixOutcome, fixOutcomes } from './fixOutcomes';
import { raisedElsewhere, ruleExamples, type Subject } from './ruleExamples';

const pages = 'docs/rules';
const withExamples = readdirSync(pages).filter(file => !raisedElsewhere.some(code => file === `${code}.md`));
const fixtures = 'test/fixtures';
const context: Context = { severities: {}, link: noLink, dependents: [], applianceMacros: [], files: [] };

const subject = (kind: Kind, text: string): Subject => ({
	kind,
	document: TextDocument.create('file:///site/example', kind, 1, text),
	context,
});

const ofPage = (page: string): FixOutcome[] => {
	const expected = new Set(ruleExamples(page, 'Right').flatMap(codesOf));
	return ruleExamples(page, 'Wrong').flatMap(example => fixOutcomes(example, expected));
};

function ofMutants(kind: Kind): FixOutcome[] {
	const folder = `${fixtures}/${kind}/mutants`;
	return sampled(readdirSync(folder), 36).flatMap(file =>
		fixOutcomes(subject(kind, readFileSync(`${folder}/${file}`, 'utf8'))),
	);
}

const ofConfig = (): FixOutcome[] =>
	sampled(configMistakes(readFileSync(`${fixtures}/config/site.xclarity.json`, 'utf8')), 288).flatMap(text =>
		fixOutcomes(subject('config', text)),
	);

const told = ({ code, title, effect, flaws, after }: FixOutcome): string =>
	`${code}: "${title}" (${effect}): ${flaws.join('; ')}\n${after}`;

/**
 * Each fix alone: its report goes, no error and no warning comes, and one that calls itself safe takes no word away.
 * A fix that fails here is put right, or not offered.
 */
suite('every quick fix of every mistake', () => {
	for (const [of, outcomes] of [
		[
			"the rule pages' examples",
			() => sampled(withExamples, 180).flatMap(file => ofPage(readFileSync(`${pages}/${file}`, 'utf8'))),
		],
		['kickstart mutants', () => ofMutants('kickstart')],
		['ESXi mutants', () => ofMutants('esxi')],
		['AutoYaST mutants', () => ofMutants('autoyast')],
		['Windows mutants', () => ofMutants('windows')],
		['mistakes in a configuration-settings file', ofConfig],
	] as const) {
		test(of, context => {
			const all = outcomes();
			const flawed = all.filter(({ flaws }) => flaws.length > 0);
			context.diagnostic(`${of}: ${all.length} fixes, ${flawed.length} with a flaw`);
			assert.ok(all.length > 0);
			assert.deepEqual(flawed.map(told), []);
		});
	}
});
