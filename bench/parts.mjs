import { answers } from './parts/answers.mjs';
import { broken } from './parts/broken.mjs';
import { config } from './parts/config.mjs';
import { extension } from './parts/extension.mjs';
import { keystroke } from './parts/keystroke.mjs';
import { rename } from './parts/rename.mjs';
import { slow } from './parts/slow.mjs';
import { startup } from './parts/start.mjs';
import { terminal } from './parts/terminal.mjs';
import { unattend } from './parts/unattend.mjs';
import { upload } from './parts/upload.mjs';

/**
 * What `npm run bench` measures. A part has lines, each with its target, and measures all that its lines need in one
 * process, with those that are compared taking turns.
 * @typedef {{ what: string, ours: string, unit?: string, target: import('./measure/targets.mjs').Target }} Line
 * @typedef {{ folder: string, bundles: string, dist: string, quick: boolean, tell(text: string): void }} Tools
 *   `folder` is for files, `bundles` for code that finds our packages; both are taken away afterwards. `dist` has the
 *   programs that ship
 * @typedef {{ name: string, title: string, lines: Line[], measure(tools: Tools): Promise<{ samples: Record<string,
 *   number[]>, missing?: Record<string, string> }> }} Part `missing` says why some samples could not be had, by the
 *   beginning of their name
 */

/** @type {Part[]} */
export const parts = [config, keystroke, answers, startup, terminal, rename, unattend, broken, slow, extension, upload];

/** @throws {Error} when there is no such part */
export function partNamed(name) {
	const part = parts.find(each => each.name === name);
	if (!part) throw new Error(`There is no part ${name}, only: ${parts.map(each => each.name).join(', ')}.`);
	return part;
}
