import { cpSync, mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { root } from '../../build/steps.mjs';
import { sampleKickstart } from './sampleKickstart.mjs';

/** So many correct kickstart files in twenty folders. */
export function kickstartFolder(folder, count) {
	for (let number = 0; number < count; number++) {
		const site = path.join(folder, `site${number % 20}`);
		mkdirSync(site, { recursive: true });
		writeFileSync(path.join(site, `node${number}.ks`), sampleKickstart(number));
	}
	return folder;
}

/** Folders with a linked pair and its manifest each, so many files in all. */
export function pairFolder(folder, files) {
	for (let site = 0; site < files / 3; site++)
		cpSync(path.join(root, 'examples/rhel9'), path.join(folder, `site${site}`), { recursive: true });
	return folder;
}
