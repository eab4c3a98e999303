import { cpSync } from 'node:fs';
import path from 'node:path';
import { root } from '../../build/steps.mjs';
import { kickstartFolder, pairFolder } from '../inputs/folders.mjs';
import { interleaved } from '../measure/interleaved.mjs';
import { referenceParser, referenceTime, whyNoReferenceParser } from '../measure/referenceParser.mjs';
import { atMostTimes, linear, timesFaster, timesForScale } from '../measure/targets.mjs';
import { bareNodeTime, terminalTime, withoutCertificates } from '../measure/terminal.mjs';

const pair = 'ours, one pair';
const bareNode = 'bare Node';
const alone = name => `${name}, without NODE_EXTRA_CA_CERTS`;
const kickstart = count => `ours, ${count} kickstart files`;
const reference = `${referenceParser}, 1000 kickstart files`;
const paired = count => `ours, ${count} files of pairs`;
const kickstartCounts = [10, 100, 1000, 5000];
const pairedCounts = [9, 99, 999, 4998];

/** `xclarity check` as a new process each time. */
export const terminal = {
	name: 'terminal',
	title: '`xclarity check` in a terminal, cold',
	lines: [
		{ what: 'one pair', ours: pair, target: atMostTimes(2, pair, bareNode) },
		{
			what: alone('one pair'),
			ours: alone(pair),
			target: timesForScale(alone(pair), alone(bareNode), bareNode),
		},
		{
			what: '1,000 kickstart files',
			ours: kickstart(1000),
			target: timesFaster(20, kickstart(1000), reference, 'the reference parser'),
		},
		{
			what: 'from 10 to 5,000 kickstart files',
			ours: kickstart(5000),
			target: linear(kickstartCounts.map(count => [kickstart(count), count])),
		},
		{
			what: 'from 9 to 4,998 files of linked pairs',
			ours: paired(4998),
			target: linear(pairedCounts.map(count => [paired(count), count])),
		},
	],
	async measure({ folder, dist, quick, tell }) {
		const missing = {};
		const example = path.join(folder, 'one-pair');
		cpSync(path.join(root, 'examples/rhel9'), example, { recursive: true });
		const checkPair = environment =>
			terminalTime(dist, {
				words: ['check'],
				cwd: example,
				expected: /^3 files: 0 errors, 0 warnings$/,
				environment,
			});
		const samples = await interleaved(
			{
				[pair]: () => checkPair(process.env),
				[bareNode]: () => bareNodeTime(),
				[alone(pair)]: () => checkPair(withoutCertificates),
				[alone(bareNode)]: () => bareNodeTime(withoutCertificates),
			},
			{ rounds: quick ? 7 : 31, warmUp: 1, tell },
		);
		const many = {};
		const checks = (name, files, make) => {
			const made = make(path.join(folder, name.replaceAll(' ', '-')), files);
			const expected = new RegExp(`^${files} files: 0 errors, 0 warnings$`);
			many[name] = () => terminalTime(dist, { words: ['check'], cwd: made, expected });
			return made;
		};
		for (const count of pairedCounts) checks(paired(count), count, pairFolder);
		for (const count of kickstartCounts) {
			const made = checks(kickstart(count), count, kickstartFolder);
			if (count !== 1000) continue;
			const why = whyNoReferenceParser(example);
			if (why) missing[referenceParser] = why;
			else many[reference] = () => referenceTime(made, count);
		}
		Object.assign(samples, await interleaved(many, { rounds: quick ? 1 : 3, tell }));
		return { samples, missing };
	},
};
