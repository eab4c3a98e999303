import { spawnSync } from 'node:child_process';
import { statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { root } from '../../build/steps.mjs';
import { interleaved } from '../measure/interleaved.mjs';
import { atMost } from '../measure/targets.mjs';

const size = 'ours, package';
const awake = 'ours, awake';
const asleep = 'ours, asleep';
const servers = 'ours, servers asleep';
const loaded = 'ours, loaded asleep';

/** What the extension weighs, and what it does when the editor starts it. */
export const extension = {
	name: 'extension',
	title: 'The extension in the editor, with a stand-in for `vscode`, each time as a new process',
	lines: [
		{ what: 'VSIX', unit: 'KB', ours: size, target: atMost(800, size, 'KB') },
		{
			what: 'processor time from its first line until the language server is started',
			ours: awake,
			target: atMost(15, awake),
		},
		{
			what: 'processor time beside a file of somebody else, until `activate` is over',
			ours: asleep,
			target: atMost(15, asleep),
		},
		{ what: 'loaded then: no more than the entry', unit: 'KB', ours: loaded, target: atMost(16, loaded, 'KB') },
		{ what: 'servers started then', unit: 'servers', ours: servers, target: atMost(0, servers, 'servers') },
	],
	async measure({ folder, dist, quick, tell }) {
		const other = path.join(folder, 'other.properties');
		writeFileSync(other, 'color = red\n');
		const extra = { [loaded]: [], [servers]: [] };
		const runs = {
			[awake]: () => {
				const { server, milliseconds } = activation(
					dist,
					path.join(root, 'examples/rhel9/ks.cfg'),
					'kickstart',
					30_000,
				);
				if (!server) throw new Error('the server was not started for a file of ours');
				return milliseconds;
			},
			[asleep]: () => {
				const { server, returned, bytes } = activation(dist, other, 'properties', 500);
				extra[servers].push(Number(server));
				extra[loaded].push(bytes / 1024);
				return returned;
			},
		};
		const samples = { ...(await interleaved(runs, { rounds: quick ? 5 : 21, warmUp: 1, tell })), ...extra };
		const missing = {};
		if (quick) missing[size] = 'a quick run makes no package';
		else samples[size] = [packageSize(path.join(folder, 'bench.vsix'))];
		return { samples, missing };
	},
};

/** @param {number} wait milliseconds after which no server is expected any more */
function activation(dist, file, language, wait) {
	const script = path.join(root, 'bench/measure/activation.cjs');
	const { status, stdout, stderr } = spawnSync(process.execPath, [script, dist, file, language, String(wait)], {
		encoding: 'utf8',
		timeout: 60_000,
	});
	if (status !== 0) throw new Error(`the extension did not start: ${stderr.slice(-500)}`);
	return JSON.parse(stdout);
}

function packageSize(file) {
	const { status, stderr } = spawnSync(process.execPath, ['build/package.mjs', file], { encoding: 'utf8' });
	if (status !== 0) throw new Error(`the package was not made: ${stderr.slice(-500)}`);
	return statSync(file).size / 1024;
}
