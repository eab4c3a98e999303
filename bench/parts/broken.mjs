import { TextDocument } from 'vscode-languageserver-textdocument';
import { brokenConfigs } from '../inputs/brokenConfigs.mjs';
import { load } from '../measure/core.mjs';
import { interleaved, timedNow } from '../measure/interleaved.mjs';
import { linear } from '../measure/targets.mjs';

const counts = [2500, 10_000];
const of = (text, count) => `ours, ${text}, ${count}`;
const [problemsOf, repairOf] = ['server/language/config/configProblems.ts', 'server/language/config/editing/repair.ts'];

/** What is wrong in ten thousand places takes four times as long as in a quarter of them. */
export const broken = {
	name: 'broken',
	title: 'Broken configuration-settings files of 2,500 and of 10,000 pieces, checked and repaired, in this process',
	lines: Object.keys(brokenConfigs).map(text => ({
		what: text,
		ours: of(text, 10_000),
		target: linear(counts.map(count => [of(text, count), count])),
	})),
	async measure({ bundles, quick, tell }) {
		const modules = await load(bundles, [problemsOf, repairOf]);
		const { configProblems } = modules[problemsOf];
		const { repairOf: repair } = modules[repairOf];
		const samples = {};
		for (const [name, make] of Object.entries(brokenConfigs)) {
			const runs = {};
			for (const count of counts) {
				const text = make(count);
				runs[of(name, count)] = () =>
					timedNow(() => {
						const document = TextDocument.create('file:///bench/file', 'xclarity-config', 1, text);
						configProblems(document);
						repair(document);
					});
			}
			Object.assign(samples, await interleaved(runs, { rounds: quick ? 3 : 9, warmUp: quick ? 1 : 3, tell }));
		}
		return { samples };
	},
};
