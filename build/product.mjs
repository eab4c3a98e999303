import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { build, transform } from 'esbuild';
import { pageBundle, productBundle, webStarts } from './bundles.mjs';
import { compactTexts } from './compactTexts.mjs';
import { withLazyModules } from './lazyModules.mjs';
import { nodeGuard } from './nodeGuard.mjs';
import { webPrograms } from './webPrograms.mjs';

// Lists of exports for importers that are ES modules would be a tenth of the small files; nobody imports these.
const asCommonJs = {
	format: 'cjs',
	platform: 'neutral',
	target: 'node20.18',
	supported: { 'dynamic-import': false },
};

const isTool = file => path.basename(file) === 'cli.js';

/**
 * Builds the programs that ship, and the page of the deploy dialog. What two of them use lies once, in a file
 * beside them; nothing from node_modules does. esbuild shares code between ES modules only, and VS Code 1.91 loads CommonJS only, hence the second pass.
 * @returns {Promise<{ file: string, bytes: number }[]>}
 * @throws {import('esbuild').BuildFailure} when a source is wrong; esbuild has printed why
 */
export async function buildProduct({ outdir = 'dist', minify = true } = {}) {
	const { outputFiles, metafile } = await build({ ...productBundle({ minify }), outdir, write: false });
	const chunks = await Promise.all(
		outputFiles.map(async ({ path: file, text }) => {
			// An old Node has to be able to read the first file of the terminal tool, to say that it is too old.
			const target = isTool(file) ? 'node12' : asCommonJs.target;
			const { code } = await transform(text, { ...asCommonJs, target, minify });
			return { file, text: code };
		}),
	);
	const programs = withLazyModules(chunks).map(({ file, text }) => ({
		file,
		text: isTool(file) ? `#!/usr/bin/env node\n"use strict";\n${nodeGuard}${text}` : text,
	}));
	const starts = webStarts({ minify, programs: webPrograms(metafile, programs) });
	for (const alone of [pageBundle({ minify }), starts]) {
		const { outputFiles: files } = await build({ ...alone, outdir, write: false });
		programs.push(...files.map(({ path: file, text }) => ({ file, text })));
	}
	programs.push(...(await compactTexts(outdir)));
	mkdirSync(outdir, { recursive: true });
	for (const { file, text } of programs) writeFileSync(file, text);
	const current = new Set(programs.map(({ file }) => path.basename(file)));
	for (const name of readdirSync(outdir)) if (!current.has(name)) rmSync(path.join(outdir, name), { recursive: true });
	return programs.map(({ file, text }) => ({ file: path.relative('.', file), bytes: Buffer.byteLength(text) }));
}
