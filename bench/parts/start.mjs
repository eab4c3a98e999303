import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import { mistakes } from '../inputs/mistakes.mjs';
import { sampleConfig } from '../inputs/sampleConfig.mjs';
import { interleaved } from '../measure/interleaved.mjs';
import { jsonServer, languageOf, ours, startServer, yamlServer } from '../measure/servers.mjs';
import { atMostTimes, forScale, timesFaster } from '../measure/targets.mjs';
import { typist } from '../measure/typist.mjs';

const start = name => `${name}, start`;
const memory = (name, state = 'correct') => `${name}, memory, ${state}`;

const states = { correct: text => text, 'with a wrong value': mistakes['a wrong value'] };

/** A language server as a new process: until it has answered `initialize`, and its memory with a large file open. */
export const startup = {
	name: 'start',
	title: 'A language server from its start',
	lines: [
		{
			what: '`initialize` answered after spawn',
			ours: start(ours),
			target: timesFaster(1, start(ours), start(jsonServer), 'the JSON server'),
		},
		{ what: '`initialize`, YAML server', ours: start(yamlServer), target: forScale(start(yamlServer)) },
		...Object.keys(states).map(state => ({
			what: `memory (RSS) after 1.15 MB, ${state}`,
			unit: 'MB',
			ours: memory(ours, state),
			target: atMostTimes(1, memory(ours, state), memory(jsonServer, state), 'that of the JSON server'),
		})),
		{ what: 'memory, YAML server', unit: 'MB', ours: memory(yamlServer), target: forScale(memory(yamlServer), 'MB') },
	],
	async measure({ folder, dist, quick, tell }) {
		const missing = {};
		const names = [];
		for (const name of Object.keys(startServer)) {
			try {
				await startTime(name, dist);
				names.push(name);
			} catch (error) {
				missing[name] = error.message;
			}
		}
		const starts = Object.fromEntries(names.map(name => [start(name), () => startTime(name, dist)]));
		const samples = await interleaved(starts, { rounds: quick ? 5 : 21, warmUp: 1, tell });
		for (const [state, spoil] of Object.entries(states)) {
			const text = spoil(sampleConfig(1_150_000));
			const file = path.join(folder, 'large.xclarity.json');
			writeFileSync(file, text);
			// Of the YAML server one file is enough, for scale: it takes seconds for each key.
			const asked = names.filter(name => name !== yamlServer || state === 'correct');
			const uses = asked.map(name => [
				memory(name, state),
				() => memoryWith(name, { dist, file, text, isCorrect: state === 'correct' }),
			]);
			const used = await interleaved(Object.fromEntries(uses), { rounds: quick ? 3 : 7, tell });
			for (const [name, values] of Object.entries(used)) {
				if (values.includes(undefined)) missing[name] = 'this system does not tell the memory of a process';
				else samples[name] = values;
			}
		}
		return { samples, missing };
	},
};

async function startTime(name, dist) {
	const started = performance.now();
	const editor = startServer[name](dist);
	await editor.initialize(null);
	const time = performance.now() - started;
	await editor.close();
	return time;
}

/** In MB: opened, checked, five keys struck, and half a second of rest. */
async function memoryWith(name, { dist, file, text, isCorrect }) {
	const editor = startServer[name](dist);
	await editor.initialize(pathToFileURL(path.dirname(file)).href);
	editor.initialized();
	const strike = await typist(editor, languageOf[name], { file, text, isCorrect });
	for (let key = 0; key < 5; key++) await strike();
	await setTimeout(500);
	const used = editor.memory();
	await editor.close();
	return used;
}
