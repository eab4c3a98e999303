import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { root } from '../../build/steps.mjs';
import { interleaved } from '../measure/interleaved.mjs';
import { languageOf, ours, startServer } from '../measure/servers.mjs';
import { atMost } from '../measure/targets.mjs';

const files = 1000;
const of = when => `ours, ${when}`;

/** A setting that a thousand unattend files use gets another name. */
export const rename = {
	name: 'rename',
	title: 'Rename of a setting used in 1,000 files, over stdio',
	lines: [
		{ what: 'the first one after the start', ours: of('first'), target: atMost(1000, of('first')) },
		{ what: 'once more', ours: of('again'), target: atMost(1000, of('again')) },
	],
	async measure({ folder, dist, quick, tell }) {
		const site = path.join(folder, 'site');
		mkdirSync(site);
		const example = path.join(root, 'examples/rhel9');
		cpSync(path.join(example, 'site.xclarity.json'), path.join(site, 'site.xclarity.json'));
		const links = [{ unattend: '*.cfg', config: 'site.xclarity.json', os: 'rhels', osrelease: '9.4' }];
		writeFileSync(path.join(site, 'xclarity.json'), JSON.stringify({ links }));
		const kickstart = readFileSync(path.join(example, 'ks.cfg'), 'utf8');
		for (let number = 0; number < files; number++)
			writeFileSync(path.join(site, `node${number}.cfg`), `${kickstart}# ${number}\n`);
		const times = { [of('first')]: [], [of('again')]: [] };
		const round = async () => {
			const [first, again] = await renameTwice(dist, site);
			times[of('first')].push(first);
			times[of('again')].push(again);
			return first;
		};
		await interleaved({ rename: round }, { rounds: quick ? 3 : 9, tell });
		return { samples: times };
	},
};

/** The time of two renames in one server, the second to a third name. Nothing is applied. */
async function renameTwice(dist, site) {
	const editor = startServer[ours](dist);
	const file = path.join(site, 'site.xclarity.json');
	const uri = pathToFileURL(file).href;
	const text = readFileSync(file, 'utf8');
	await editor.initialize(pathToFileURL(site).href);
	editor.initialized();
	const checked = editor.diagnosticsOf(uri);
	editor.notify('textDocument/didOpen', { textDocument: { uri, languageId: languageOf[ours], version: 1, text } });
	await checked;
	const before = text.slice(0, text.indexOf('"rack"') + 3).split('\n');
	const position = { line: before.length - 1, character: before.at(-1).length };
	const times = [];
	for (const newName of ['place', 'spot']) {
		const started = performance.now();
		const edit = await editor.request('textDocument/rename', { textDocument: { uri }, position, newName });
		times.push(performance.now() - started);
		const touched = Object.keys(edit.changes ?? {}).length || edit.documentChanges.length;
		if (touched !== files + 1) throw new Error(`${touched} files are renamed in`);
	}
	await editor.close();
	return times;
}
