import { siteFiles, siteKickstart } from '../../support/sampleFiles';

/** A folder with a bit of everything, more than one thread takes at once. */
export function mixedFiles(): Record<string, string> {
	const files: Record<string, string> = {
		...siteFiles,
		'other/notes.json': '{ "a": 1 }',
		'other/xclarity.json': '{ "links": [',
	};
	for (let number = 0; number < 40; number++) {
		const macro = number % 3 === 0 ? `server0.locle${number}` : 'server0.locale';
		files[`nodes/${number % 4}/node${number}.ks`] = siteKickstart.replace('server0.locale', macro);
		if (number % 5 === 0) files[`nodes/${number % 4}/long${number}.json`] = 'x'.repeat(number);
	}
	return files;
}

/** Is run by every thread of a process before anything else. */
export const inEveryThread = (script: string) => ({
	files: { 'first.cjs': `const { isMainThread, parentPort } = require('node:worker_threads');\n${script}` },
	environment: { NODE_OPTIONS: '--require ./first.cjs' },
});

/**
 * A thread does not come back from a text with `endless` in it, unless it goes on in the place of one that did not. The
 * first thread looks a hundred times as often as it would, so that nobody waits.
 */
export const loopsUntilReplaced = `
	if (isMainThread) {
		const every = setInterval;
		globalThis.setInterval = (look, milliseconds) => every(look, milliseconds / 100);
	} else if (require('node:worker_threads').workerData.left.length === 0)
		JSON.parse = text => { while (String(text).includes('endless')); return parse(text); };`;
