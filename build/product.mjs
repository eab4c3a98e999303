import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { build, transform } from 'esbuild';
import { billOfMaterials } from './billOfMaterials.mjs';
import { bundledPackages } from './bundledPackages.mjs';
import { pageBundle, productBundle, toolStart, webStarts } from './bundles.mjs';
import { asCommonJs, commonJs } from './commonJs.mjs';
import { compactTexts } from './compactTexts.mjs';
import { askedForLate } from './lateDialects.mjs';
import { withLazyModules } from './lazyModules.mjs';
import { noticesOf } from './notices.mjs';
import { rulePages } from './rulePages.mjs';
import { root } from './steps.mjs';
import { webPrograms } from './webPrograms.mjs';

/** Names a set of files by what is in them. */
const nameOf = programs =>
	createHash('sha256')
		.update(JSON.stringify(programs.map(({ file, text }) => [path.basename(file), text])))
		.digest('hex')
		.slice(0, 16);

/**
 * Builds the programs that ship, and the page of the deploy dialog. What two of them use lies once, in a file beside
 * them; nothing from node_modules does. esbuild shares code between ES modules only, and VS Code 1.91 loads CommonJS
 * only, hence the second pass.
 * @returns {Promise<{ file: string, bytes: number }[]>}
 * @throws {import('esbuild').BuildFailure} when a source is wrong; esbuild has printed why
 */
export async function buildProduct({ outdir = 'dist', minify = true } = {}) {
	const phrases = minify ? undefined : 0;
	// esbuild has a process of its own: meanwhile this one packs texts.
	const [{ outputFiles, metafile }, texts, pages] = await Promise.all([
		build({ ...productBundle({ minify }), outdir, write: false }),
		compactTexts(outdir, phrases),
		rulePages(outdir, phrases),
	]);
	const chunks = await Promise.all(
		outputFiles.map(async ({ path: file, text }) => ({ file, text: askedForLate(await asCommonJs(text)) })),
	);
	const programs = await Promise.all(
		withLazyModules(chunks).map(async ({ file, text }) => ({ file, text: minify ? await minified(text) : text })),
	);
	const metafiles = [metafile];
	const starts = webStarts({ minify, programs: webPrograms(metafile, programs) });
	const tool = toolStart({ minify, build: nameOf(programs) });
	for (const alone of [pageBundle({ minify }), starts, tool]) {
		const { outputFiles: files, metafile: one } = await build({ ...alone, outdir, write: false, metafile: true });
		const squeezes = minify && alone !== tool;
		for (const { path: file, text } of files) programs.push({ file, text: squeezes ? await squeezed(text) : text });
		metafiles.push(one);
	}
	programs.push(...texts, pages);
	programs.push(...papersOf(metafiles).map(({ name, text }) => ({ file: path.join(outdir, name), text })));
	mkdirSync(outdir, { recursive: true });
	for (const { file, text } of programs) writeFileSync(file, text);
	const current = new Set(programs.map(({ file }) => path.basename(file)));
	for (const name of readdirSync(outdir)) if (!current.has(name)) rmSync(path.join(outdir, name), { recursive: true });
	return programs.map(({ file, text }) => ({ file: path.relative('.', file), bytes: Buffer.byteLength(text) }));
}

/**
 * esbuild gives the shortest names to what a whole file uses most; terser gives them scope by scope, so that the
 * functions around modules look alike, which compresses better. It also finds shorter ways to say the same. One letter
 * beyond ASCII would make an engine keep and read a whole file as two bytes for each.
 */
async function minified(text) {
	const { code } = await transform(text, { ...commonJs, minify: true });
	return squeezed(code);
}

/** terser takes a while to load: tests, whose programs are left as they are, do without. */
async function squeezed(text) {
	const { minify } = await import('terser');
	const format = { ascii_only: true };
	return (await minify(text, { ecma: 2022, compress: true, mangle: true, toplevel: true, format })).code;
}

/** What goes with bundled code of others: the notices of their licences, and a list for machines. */
function papersOf(metafiles) {
	const packages = bundledPackages(metafiles, root);
	const product = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8'));
	const bill = JSON.stringify(billOfMaterials(packages, product), undefined, '\t');
	return [
		{ name: 'THIRD-PARTY-NOTICES.txt', text: noticesOf(packages) },
		{ name: 'sbom.cdx.json', text: `${bill}\n` },
	];
}
