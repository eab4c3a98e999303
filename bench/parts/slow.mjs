import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { brokenConfigs } from '../inputs/brokenConfigs.mjs';
import { sampleConfig } from '../inputs/sampleConfig.mjs';
import { sampleKickstart } from '../inputs/sampleKickstart.mjs';
import { wordyPair } from '../inputs/wordyPair.mjs';
import { interleaved } from '../measure/interleaved.mjs';
import { languageOf, ours, startServer } from '../measure/servers.mjs';
import { linear } from '../measure/targets.mjs';
import { terminalTime } from '../measure/terminal.mjs';

const of = (what, count) => `ours, ${what}, ${count}`;
const pairs = [12_500, 50_000];
const configs = [575, 2300];
const settings = [2500, 10_000];
const terminal = 'in the terminal';
const editor = 'to the first diagnostics in the editor';
const candidates = 'candidates';
const pair = 'a linked pair';
const line = (what, name, counts) => ({
	what,
	ours: of(name, counts.at(-1)),
	target: linear(counts.map(count => [of(name, count), count])),
});

/** What once took seconds: how it grows. */
export const slow = {
	name: 'slow',
	title: 'Large and odd, each as a new process',
	lines: [
		line('12,500 and 50,000 smart-quoted pairs, in the terminal', terminal, pairs),
		line('12,500 and 50,000 smart-quoted pairs, to the first diagnostics in the editor', editor, pairs),
		line(
			'an unlinked file opened beside 575 and 2,300 configuration-settings files, to its first diagnostics',
			candidates,
			configs,
		),
		line('2,500 and 10,000 settings and their macros, right, misspelt and unknown, in the terminal', pair, settings),
	],
	async measure({ folder, dist, quick, tell }) {
		const runs = {};
		for (const count of pairs) {
			const text = brokenConfigs['smart quotation marks'](count);
			const file = path.join(mkdir(folder, `pairs${count}`), 'site.xclarity.json');
			writeFileSync(file, text);
			runs[of(terminal, count)] = () =>
				terminalTime(dist, { words: ['check'], cwd: path.dirname(file), expected: /^1 file: \d+ errors?, / });
			runs[of(editor, count)] = () => openTime(dist, file, languageOf[ours], text);
		}
		for (const count of configs) {
			const site = mkdir(folder, `configs${count}`);
			for (let number = 0; number < count; number++)
				writeFileSync(path.join(site, `config${number}.xclarity.json`), named(number));
			const text = `${sampleKickstart(0)}%post\necho '#bench7.group0.setting0-3#'\n%end\n`;
			const file = path.join(site, 'node.ks');
			writeFileSync(file, text);
			runs[of(candidates, count)] = () => openTime(dist, file, 'kickstart', text);
		}
		for (const count of settings) {
			const cwd = mkdir(folder, `pair${count}`);
			for (const [name, text] of Object.entries(wordyPair(count))) writeFileSync(path.join(cwd, name), text);
			runs[of(pair, count)] = () => terminalTime(dist, { words: ['check'], cwd, expected: /^3 files: \d+ errors?, / });
		}
		return { samples: await interleaved(runs, { rounds: quick ? 1 : 5, tell }) };
	},
};

const configText = sampleConfig(4000);
const named = number => configText.replace('"name": "bench"', `"name": "bench${number}"`);

function mkdir(folder, name) {
	const made = path.join(folder, name);
	mkdirSync(made);
	return made;
}

/** From the opening of a file in a server that has just started until its diagnostics. */
async function openTime(dist, file, languageId, text) {
	const server = startServer[ours](dist);
	const uri = pathToFileURL(file).href;
	await server.initialize(pathToFileURL(path.dirname(file)).href);
	server.initialized();
	const checked = server.diagnosticsOf(uri);
	const started = performance.now();
	server.notify('textDocument/didOpen', { textDocument: { uri, languageId, version: 1, text } });
	const found = await checked;
	const time = performance.now() - started;
	if (found.length === 0) throw new Error(`nothing is found in ${file}`);
	await server.close();
	return time;
}
