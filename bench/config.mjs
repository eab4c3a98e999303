/**
 * How long a correct configuration-settings file takes to check, beside JSON.parse and the JSON language service
 * with the same schema, in one run on one machine. Run: node bench/config.mjs
 */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { build } from 'esbuild';
import jsonService from 'vscode-json-languageservice';
import { testBundle } from '../build/bundles.mjs';
import { sampleConfig } from './sampleConfig.mjs';

const { getLanguageService, TextDocument } = jsonService;

const ms = value => `${value.toFixed(2)} ms`.padEnd(11);
const ratio = (a, b) => `${(a / b).toFixed(1)} x`.padEnd(15);

const folder = mkdtempSync(path.resolve('out-bench-'));
try {
	await build({
		...testBundle(['server/language/config/configLanguage.ts']),
		outdir: folder,
		outbase: 'server/language/config',
	});
	const { configLanguage } = await import(path.join(folder, 'configLanguage.mjs'));
	await main(configLanguage);
} finally {
	rmSync(folder, { recursive: true, force: true });
}

async function main(configLanguage) {
	const schema = JSON.parse(readFileSync('schemas/config-settings.schema.json', 'utf8'));
	const peer = getLanguageService({});
	peer.configure({ validate: true, schemas: [{ uri: 'x://config', fileMatch: ['*'], schema }] });
	const context = {
		severities: {},
		link: { matches: [], candidates: [] },
		dependents: [],
		applianceMacros: [],
		files: [],
	};
	console.log('size          JSON.parse      ours        ours/JSON.parse   JSON service   JSON service/ours');
	for (const size of [22_000, 123_000, 1_150_000]) {
		const text = sampleConfig(size);
		let version = 1;
		const parse = await median(() => JSON.parse(text));
		const ours = await median(() => {
			const found = configLanguage.validate(
				TextDocument.create('file:///x.json', 'xclarity-config', version++, text),
				context,
			);
			if (found.length > 0) throw new Error(`the sample is not clean: ${JSON.stringify(found[0])}`);
		});
		const theirs = await median(async () => {
			const document = TextDocument.create('file:///x.json', 'json', version++, text);
			await peer.doValidation(document, peer.parseJSONDocument(document));
		});
		const row = [
			`${(text.length / 1000).toFixed(0)} KB`.padEnd(12),
			ms(parse),
			ms(ours),
			ratio(ours, parse),
			ms(theirs),
			ratio(theirs, ours),
		];
		console.log(row.join('   '));
	}
}

async function median(action) {
	for (let warm = 0; warm < 5; warm++) await action();
	const times = [];
	for (let run = 0; run < 21; run++) {
		const started = performance.now();
		await action();
		times.push(performance.now() - started);
	}
	return times.sort((a, b) => a - b)[10];
}
