import { copyFileSync, existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { root } from '../../build/steps.mjs';
import { crowdedUnattends } from '../inputs/crowdedUnattends.mjs';
import { sampleKickstart } from '../inputs/sampleKickstart.mjs';
import { sampleAnswerFile, sampleProfile } from '../inputs/sampleProfile.mjs';
import { checker } from '../measure/core.mjs';
import { interleaved, timedNow } from '../measure/interleaved.mjs';
import { referenceParser, referenceTime, whyNoReferenceParser } from '../measure/referenceParser.mjs';
import { linear, timesFaster } from '../measure/targets.mjs';
import { terminalTime } from '../measure/terminal.mjs';

const of = (sort, size) => `ours, ${sort}, ${size}`;
const corpus = path.resolve(root, '../shared/corpus/kickstart');
const lineCounts = [100, 1000, 20_000];
const bytes = [250_000, 500_000, 900_000];
const crowds = [2500, 10_000];
const xml = { autoyast: sampleProfile, windows: sampleAnswerFile };
const real = 'ours, real';
const long = 'ours, long';

/** Unattend files of every length. */
export const unattend = {
	name: 'unattend',
	title: 'Unattend files',
	lines: [
		{
			what: 'kickstart of 100 to 20,000 lines, in this process',
			ours: of('kickstart', 20_000),
			target: linear(lineCounts.map(count => [of('kickstart', count), count])),
		},
		...Object.keys(xml).map(sort => ({
			what: `${sort} of 0.25 to 0.9 MB, in this process`,
			ours: of(sort, 900_000),
			target: linear(bytes.map(size => [of(sort, size), size])),
		})),
		...Object.keys(crowdedUnattends).map(sort => ({
			what: `${sort}, 2,500 and 10,000 of them, in this process`,
			ours: of(sort, 10_000),
			target: linear(crowds.map(count => [of(sort, count), count])),
		})),
		{
			what: 'kickstart of 20,000 lines, in a terminal',
			ours: long,
			target: timesFaster(1, long, `${referenceParser}, long`, 'the reference parser'),
		},
		{
			what: 'real kickstart files, in a terminal',
			ours: real,
			target: timesFaster(1, real, `${referenceParser}, real`, 'the reference parser'),
		},
	],
	async measure({ folder, bundles, dist, quick, tell }) {
		const check = await checker(bundles);
		const runs = {};
		const inProcess = (kind, size, text, repeats) => {
			const found = check(kind, text);
			if (found.length > 0) throw new Error(`${kind} of ${size}: ${found[0].message}`);
			runs[of(kind, size)] = () => timedNow(() => check(kind, text), repeats);
		};
		for (const count of lineCounts)
			inProcess('kickstart', count, longKickstart(count), Math.max(1, Math.round(5000 / count)));
		for (const [kind, make] of Object.entries(xml)) for (const size of bytes) inProcess(kind, size, make(size), 1);
		const samples = await interleaved(runs, { rounds: quick ? 5 : 21, warmUp: quick ? 2 : 5, tell });
		for (const [sort, [kind, make]] of Object.entries(crowdedUnattends)) {
			const crowded = crowds.map(count => [of(sort, count), make(count)]);
			const checks = crowded.map(([name, text]) => [name, () => timedNow(() => check(kind, text), 1)]);
			Object.assign(
				samples,
				await interleaved(Object.fromEntries(checks), { rounds: quick ? 3 : 9, warmUp: quick ? 1 : 3, tell }),
			);
		}
		const inTerminal = {};
		const missing = {};
		const why = whyNoReferenceParser(path.join(root, 'examples/rhel9'));
		if (why) missing[referenceParser] = why;
		const beside = (name, files, expected) => {
			const made = path.join(folder, name);
			inTerminal[`ours, ${name}`] = () => terminalTime(dist, { words: ['check'], cwd: made, expected });
			if (!why) inTerminal[`${referenceParser}, ${name}`] = () => referenceTime(made, files);
		};
		mkdirSync(path.join(folder, 'long'));
		writeFileSync(path.join(folder, 'long/long.ks'), longKickstart(20_000));
		beside('long', 1, /^1 file: 0 errors/);
		if (existsSync(corpus)) {
			const names = readdirSync(corpus).filter(name => /\.(?:ks|cfg)$/.test(name));
			mkdirSync(path.join(folder, 'real'));
			for (const name of names) copyFileSync(path.join(corpus, name), path.join(folder, 'real', name));
			beside('real', names.length, /^\d+ files: /);
		} else missing[real] = 'there is no corpus';
		Object.assign(samples, await interleaved(inTerminal, { rounds: quick ? 2 : 9, tell }));
		return { samples, missing };
	},
};

/** A correct kickstart file of so many lines: one for a node, with as many more commands in `%post` as it takes. */
function longKickstart(lines) {
	const start = sampleKickstart(1).split('\n');
	const end = start.splice(start.lastIndexOf('%end'));
	while (start.length + end.length < lines) start.push(`echo more of step ${start.length} >> /root/install.log`);
	return [...start, ...end].join('\n');
}
