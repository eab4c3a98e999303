/**
 * One part of the bench in a process of its own, so that no part meets what another has left. Prints its samples as
 * JSON; what it is at goes to standard error. Run by bench/bench.mjs.
 */
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { partNamed } from '../parts.mjs';

const { name, quick, dist } = JSON.parse(process.argv[2]);
const folder = mkdtempSync(path.join(os.tmpdir(), 'xclarity-bench-'));
const bundles = path.resolve('out', `bench-${process.pid}`);
mkdirSync(bundles, { recursive: true });
process.on('exit', () => {
	for (const made of [folder, bundles]) rmSync(made, { recursive: true, force: true, maxRetries: 5 });
});

const tell = text => process.stderr.write(process.stderr.isTTY ? `\r\u001b[K${name}: ${text}` : '');
const part = await partNamed(name);
const { samples, missing = {} } = await part.measure({ folder, bundles, quick, dist, tell });
tell('');
process.stdout.write(JSON.stringify({ samples, missing }), () => process.exit());
