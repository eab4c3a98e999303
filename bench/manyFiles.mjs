/**
 * How long `xclarity check` takes for 1,000 kickstart files in 20 folders, as a process, start included.
 * Run: node bench/manyFiles.mjs [NUMBER]
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { buildProduct } from '../build/product.mjs';
import { sampleKickstart } from './sampleKickstart.mjs';

const count = Number(process.argv[2] ?? 1000);
const dist = path.resolve('out', `bench-${process.pid}`);
const folder = mkdtempSync(path.join(os.tmpdir(), 'xclarity-bench-'));
process.on('exit', () => {
	rmSync(dist, { recursive: true, force: true });
	rmSync(folder, { recursive: true, force: true });
});

await buildProduct({ outdir: dist, minify: true });
let bytes = 0;
for (let number = 0; number < count; number++) {
	const site = path.join(folder, `site${number % 20}`);
	mkdirSync(site, { recursive: true });
	const text = sampleKickstart(number);
	bytes += text.length;
	writeFileSync(path.join(site, `node${number}.ks`), text);
}

const times = [];
for (let run = 0; run < 3; run++) {
	const started = performance.now();
	const { status, stdout, stderr } = spawnSync(process.execPath, [path.join(dist, 'cli.js'), 'check', folder], {
		encoding: 'utf8',
	});
	times.push(performance.now() - started);
	const expected = `${count} files: 0 errors, 0 warnings\n`;
	if (status !== 0 || stdout !== expected || stderr !== '') throw new Error(`unexpected: ${stdout}${stderr}`);
}
const median = times.sort((a, b) => a - b)[1];
console.log(
	`${count} kickstart files of ${(bytes / count / 1000).toFixed(1)} KB: ${(median / 1000).toFixed(2)} s, ${(median / count).toFixed(2)} ms a file`,
);
