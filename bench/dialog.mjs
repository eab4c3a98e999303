/**
 * What the page of the deploy dialog asks of a browser with many settings, in a headless Chromium: until the fields of
 * the window stand there after it was told the form, while it is scrolled, and for a key. Ends with 1 when the page
 * works for a second before it shows something, or for a tenth in one piece while it is scrolled.
 * Run: npm run build && node bench/dialog.mjs [settings] [--picture FILE]
 */
import { readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { chromium } from 'playwright-core';
import { testBundle } from '../build/bundles.mjs';
import { chromium as chromiumPath } from '../test/vscodeWeb/browser.mjs';

const count = Number(process.argv[2] ?? 2000);
const pictureAt = process.argv.indexOf('--picture');

/** Every sort of field, in groups of twenty, and one list for each group. */
function settings(number) {
	const made = { category: 'dynamic', common: true, optional: false, description: 'What the operator reads.' };
	const sorts = [
		{ type: 'string', choices: ['first', 'second', 'third'], value: 'second' },
		{ type: 'string', regex: '^[a-z]{1,16}$', value: 'lab' },
		{ type: 'boolean', value: true },
		{ type: 'string', regex: '^[0-9]{1,5}$', value: '120' },
	];
	return Array.from({ length: Math.ceil(number / 20) }, (_, group) => ({
		...made,
		name: `group${group}-`,
		label: `Group ${group + 1}`,
		type: 'assoc_array',
		content: Array.from({ length: Math.min(20, number - 20 * group) }, (_unused, index) => ({
			...made,
			...sorts[index % sorts.length],
			name: `setting${index}-`,
			label: `Setting ${group + 1}.${index + 1}`,
		})),
	}));
}

const root = { category: 'dynamic', name: 'bench', type: 'assoc_array', optional: false, content: settings(count) };
const out = path.resolve('out', `bench-${process.pid}`);
process.on('exit', () => rmSync(out, { recursive: true, force: true }));
await build({ ...testBundle(['bench/dialogForm.ts']), outdir: out });
const { formOf } = await import(pathToFileURL(path.join(out, 'bench/dialogForm.mjs')).href);
const form = await formOf(JSON.stringify(root, undefined, '\t'));
const answers = { common: {}, predefined: {}, servers: [{ values: {}, predefined: {} }] };

const browser = await chromium.launch({
	executablePath: await chromiumPath(),
	args: ['--no-sandbox', '--disable-gpu'],
});
try {
	const page = await browser.newPage({ viewport: { width: 800, height: 900 } });
	page.on('pageerror', error => {
		console.error(error);
		process.exitCode = 1;
	});
	await page.setContent('<!DOCTYPE html><html lang="en"><body></body></html>');
	await page.evaluate(() => {
		window.acquireVsCodeApi = () => ({ postMessage: () => undefined });
	});
	await page.addScriptTag({ content: readFileSync('dist/deployDialog.js', 'utf8') });
	const opened = await traced(page, () => page.evaluate(open, { form, answers }));
	const rest = await traced(page, () => page.evaluate(scrollUntilAll, count));
	const scrolled = await traced(page, () => page.evaluate(scroll));
	const typed = await traced(page, () => page.evaluate(type));
	console.log(`${count} settings, ${rest.result} fields in the end\n`);
	console.log('| | work, ms | longest piece of it, ms | on this machine, ms |\n| --- | ---: | ---: | ---: |');
	row('until the fields of the window are painted', opened);
	row('while the others come and the page is scrolled', rest);
	row('scrolled from top to bottom, all fields there', scrolled);
	row('four keys in a field', typed);
	if (pictureAt > 0) await page.screenshot({ path: process.argv[pictureAt + 1] });
	const isSlow = opened.work >= 1000 || rest.longest >= 100 || scrolled.longest >= 100;
	if (rest.result !== count || isSlow) process.exitCode = 1;
} finally {
	await browser.close();
}

/**
 * What a step asks of the page's own thread, in milliseconds of its work: other programs do not count. The time on
 * the clock counts them too.
 */
async function traced(page, step) {
	await browser.startTracing(page, { categories: ['toplevel', 'devtools.timeline', '__metadata'] });
	const started = performance.now();
	const result = await step();
	const clock = performance.now() - started;
	const { traceEvents } = JSON.parse((await browser.stopTracing()).toString());
	const pages = traceEvents.filter(({ name, args }) => name === 'thread_name' && args.name === 'CrRendererMain');
	const works = pages.map(({ pid, tid }) =>
		traceEvents.flatMap(event =>
			event.pid === pid && event.tid === tid && /RunTask$/.test(event.name) ? [(event.tdur ?? 0) / 1000] : [],
		),
	);
	const sum = pieces => pieces.reduce((all, piece) => all + piece, 0);
	const pieces = works.sort((one, other) => sum(other) - sum(one))[0] ?? [];
	return { result, clock, work: sum(pieces), longest: Math.max(0, ...pieces) };
}

function row(name, { work, longest, clock }) {
	console.log(`| ${name} | ${[work, longest, clock].map(each => each.toFixed(0)).join(' | ')} |`);
}

/* The rest runs in the page. */

async function open(told) {
	const frame = () => new Promise(requestAnimationFrame);
	window.postMessage({ type: 'form', title: 'bench', ...told }, '*');
	window.postMessage({ type: 'faults', faults: [] }, '*');
	for (;;) {
		await frame();
		const fields = [...document.querySelectorAll('[data-macro]')];
		const inSight = fields.filter(field => field.getBoundingClientRect().top < window.innerHeight).at(-1);
		const control = inSight?.querySelector('vscode-textfield, vscode-single-select, vscode-checkbox');
		if (!(control?.shadowRoot?.childElementCount > 0)) continue;
		// The frame after the one in which they stand has painted them.
		await frame();
		return fields.length;
	}
}

/** Goes down as the page grows, until all fields are there. */
async function scrollUntilAll(count) {
	const frame = () => new Promise(requestAnimationFrame);
	for (;;) {
		window.scrollBy(0, 300);
		await frame();
		const { length } = document.querySelectorAll('[data-macro]');
		if (length >= count) return length;
	}
}

async function scroll() {
	const frame = () => new Promise(requestAnimationFrame);
	for (let y = 0; y < document.documentElement.scrollHeight; y += 300) {
		window.scrollTo(0, y);
		await frame();
	}
	window.scrollTo(0, 0);
}

async function type() {
	const frame = () => new Promise(requestAnimationFrame);
	const input = document.querySelector('[data-macro] vscode-textfield').shadowRoot.querySelector('input');
	for (const text of ['a', 'ab', 'abc', 'abcd']) {
		input.value = text;
		input.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
		await frame();
		await frame();
	}
}
