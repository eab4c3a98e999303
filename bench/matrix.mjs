/**
 * What is promised about uploads, on every dialect of the simulator: every fault at every request, every act of a second
 * person before every request, and both together, each with the same command once more afterwards.
 * `npm run matrix` runs all of it; `-- --sample 500 --seed 7` a part, `-- --cell ID` one cell with all that is said,
 * `-- --scenario upload-new --dialect gateway` those of one road (a dialect may have switches set otherwise, as in
 * `gateway+list-modified=iso+association=one`; `plain` is none), `-- --only ctrl-c,kill` those with such a disturbance,
 * `-- --part 1/2` every second cell, `-- --json FILE` writes the broken cells down, and `-- --again FILE` runs those once
 * more. Exit code 1 when something is broken.
 */
import { existsSync, rmSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { testBundle } from '../build/bundles.mjs';

const out = path.join('out', `matrix-${process.pid}`);
// Thousands of small folders are made and removed: in memory, where there is such a place.
if (existsSync('/dev/shm')) process.env.TMPDIR ??= '/dev/shm';
process.on('exit', () => rmSync(out, { recursive: true, force: true }));
await build({ ...testBundle(['test/matrix/main.ts']), outdir: out });
await import(pathToFileURL(path.resolve(out, 'test/matrix/main.mjs')).href);
