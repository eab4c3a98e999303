import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { mistakes } from '../inputs/mistakes.mjs';
import { sampleConfig } from '../inputs/sampleConfig.mjs';
import { interleaved } from '../measure/interleaved.mjs';
import { jsonServer, languageOf, ours, startServer, yamlServer } from '../measure/servers.mjs';
import { atMost, forScale, timesFaster } from '../measure/targets.mjs';
import { typist } from '../measure/typist.mjs';

const sizes = { '22 KB': 22_000, '1.15 MB': 1_150_000 };
const states = {
	correct: text => text,
	'with a wrong value': mistakes['a wrong value'],
	'with a comma left out': mistakes['a comma left out'],
};
const of = (name, size, state) => `${name}, ${size}, ${state}`;

/** Of the two sizes: how long ours may take, and how many times the JSON server's time. */
const targets = { '22 KB': { most: 5, faster: 100 }, '1.15 MB': { most: 20, faster: 30 } };

/** A key is struck in a configuration-settings file: until the diagnostics of the new text are there. */
export const keystroke = {
	name: 'keystroke',
	title: 'A keystroke until its diagnostics, over stdio',
	lines: [
		...Object.entries(targets).flatMap(([size, { most, faster }]) =>
			Object.keys(states).flatMap(state => {
				const own = of(ours, size, state);
				const line = { what: `in ${size}, ${state}`, ours: own };
				return [
					{ ...line, target: atMost(most, own) },
					{ ...line, target: timesFaster(faster, own, of(jsonServer, size, state), 'the JSON server') },
				];
			}),
		),
		...Object.keys(sizes).map(size => ({
			what: `YAML server, in ${size}, correct`,
			ours: of(yamlServer, size, 'correct'),
			target: forScale(of(yamlServer, size, 'correct')),
		})),
	],
	async measure({ folder, dist, quick, tell }) {
		const samples = {};
		const missing = {};
		const servers = {};
		for (const [name, start] of Object.entries(startServer)) {
			const editor = start(dist);
			try {
				await editor.initialize(pathToFileURL(folder).href);
				editor.initialized();
				servers[name] = editor;
			} catch (error) {
				missing[name] = error.message;
			}
		}
		for (const [size, bytes] of Object.entries(sizes)) {
			const files = [];
			const typists = {};
			for (const [state, spoil] of Object.entries(states)) {
				const text = spoil(sampleConfig(bytes));
				const file = path.join(folder, `${size} ${state}.xclarity.json`.replaceAll(' ', '-'));
				writeFileSync(file, text);
				files.push(file);
				for (const [name, editor] of Object.entries(servers)) {
					if (name === yamlServer && state !== 'correct') continue;
					typists[of(name, size, state)] = await typist(editor, languageOf[name], {
						file,
						text,
						isCorrect: state === 'correct',
					});
				}
			}
			// One state after the other, the first would be typed to servers that have just started, and the last to warm ones.
			Object.assign(samples, await interleaved(typists, { rounds: quick ? 5 : 21, warmUp: quick ? 2 : 5, tell }));
			for (const file of files)
				for (const editor of Object.values(servers))
					editor.notify('textDocument/didClose', { textDocument: { uri: pathToFileURL(file).href } });
		}
		await Promise.all(Object.values(servers).map(editor => editor.close()));
		return { samples, missing };
	},
};
