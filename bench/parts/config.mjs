import { readFileSync } from 'node:fs';
import Ajv from 'ajv/dist/2019.js';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { mistakes } from '../inputs/mistakes.mjs';
import { sampleConfig } from '../inputs/sampleConfig.mjs';
import { checker } from '../measure/core.mjs';
import { interleaved, timed, timedNow } from '../measure/interleaved.mjs';
import { atMostTimes, forScale, timesFaster, timesForScale } from '../measure/targets.mjs';

const sizes = { '22 KB': 22_000, '123 KB': 123_000, '1.15 MB': 1_150_000, '5.7 MB': 5_700_000 };
const ours = 'ours';
const floor = 'JSON.parse';
const service = 'JSON language service';
const validator = 'JSON.parse and ajv';
const of = (name, size, state = 'correct') => `${name}, ${size}, ${state}`;

const correct = (size, target) => ({ what: `check of a correct file of ${size}`, ours: of(ours, size), target });
const toFloor = (limit, size) => atMostTimes(limit, of(ours, size), of(floor, size), floor);
const toService = (limit, size, state) => timesFaster(limit, of(ours, size, state), of(service, size, state), service);

/** A configuration-settings file in one process with the JSON language service, both with our schema. */
export const config = {
	name: 'config',
	title: 'Configuration-settings files, in this process, warm',
	lines: [
		correct('1.15 MB', toFloor(2, '1.15 MB')),
		correct('1.15 MB', toService(10, '1.15 MB')),
		correct('22 KB', toFloor(5, '22 KB')),
		correct('22 KB', toService(8, '22 KB')),
		...['1.15 MB', '22 KB'].flatMap(size =>
			Object.keys(mistakes).map(state => ({
				what: `check of ${size} with ${state}`,
				ours: of(ours, size, state),
				target: toService(4, size, state),
			})),
		),
		...['123 KB', '5.7 MB'].map(size => correct(size, timesForScale(of(ours, size), of(floor, size), floor))),
		...['1.15 MB', '22 KB'].map(size => ({
			what: `${validator}, a correct file of ${size}`,
			ours: of(validator, size),
			target: forScale(of(validator, size)),
		})),
	],
	async measure({ bundles, quick, tell }) {
		const check = await checker(bundles);
		const schema = JSON.parse(readFileSync('schemas/config-settings.schema.json', 'utf8'));
		const competitors = { [ours]: oursOf(check), [service]: await serviceOf(schema) };
		const scale = { [floor]: JSON.parse, [validator]: validatorOf(schema) };
		const samples = {};
		for (const [size, bytes] of Object.entries(sizes)) {
			const text = sampleConfig(bytes);
			const states = bytes < 100_000 || size === '1.15 MB' ? Object.entries(mistakes) : [];
			for (const [state, spoil] of [['correct', each => each], ...states]) {
				const runs = {};
				const spoilt = spoil(text);
				const repeats = Math.max(1, Math.round(300_000 / bytes));
				for (const [name, run] of Object.entries(state === 'correct' ? { ...competitors, ...scale } : competitors)) {
					const use = name === service ? timed : timedNow;
					runs[of(name, size, state)] = () => use(() => run(spoilt, state), repeats);
				}
				const rounds = quick ? 7 : Math.min(41, Math.max(15, Math.round(20_000_000 / bytes)));
				Object.assign(samples, await interleaved(runs, { rounds, warmUp: quick ? 3 : 10, tell }));
			}
		}
		return { samples };
	},
};

const oursOf = check => (text, state) => {
	const { length } = check('config', text);
	if ((length === 0) !== (state === 'correct')) throw new Error(`${length} reports where the file is: ${state}`);
};

async function serviceOf(schema) {
	const { getLanguageService } = (await import('vscode-json-languageservice')).default;
	const peer = getLanguageService({});
	peer.configure({ validate: true, schemas: [{ uri: 'bench://config', fileMatch: ['*'], schema }] });
	let version = 1;
	return async (text, state) => {
		const document = TextDocument.create('file:///bench/file.json', 'json', version++, text);
		const { length } = await peer.doValidation(document, peer.parseJSONDocument(document));
		if ((length === 0) !== (state === 'correct'))
			throw new Error(`the peer: ${length} reports where the file is: ${state}`);
	};
}

/** The schema alone: no positions, none of our rules. */
function validatorOf(schema) {
	const validate = new Ajv({ allErrors: true, strict: false }).compile(schema);
	return text => {
		if (!validate(JSON.parse(text))) throw new Error('the sample does not fit the schema');
	};
}
