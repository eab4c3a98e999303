/**
 * Random sequences of commands, faults, kills and deeds of a second person, over all dialects of the simulator, against
 * a plain model of what must be true. `npm run model -- --runs 20000 --seed 1`; a failure is shrunk, and prints the line that repeats it.
 */
import { existsSync, rmSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { testBundle } from '../build/bundles.mjs';

const out = path.join('out', `model-${process.pid}`);
// Thousands of small folders are made and removed: in memory, where there is such a place.
if (existsSync('/dev/shm')) process.env.TMPDIR ??= '/dev/shm';
process.on('exit', () => rmSync(out, { recursive: true, force: true }));
await build({ ...testBundle(['test/matrix/modelMain.ts']), outdir: out });
await import(pathToFileURL(path.resolve(out, 'test/matrix/modelMain.mjs')).href);
