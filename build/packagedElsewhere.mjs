import { cpSync, linkSync, mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { root } from './steps.mjs';
import { packageExtension } from './vsix.mjs';

/** Made by builds and runs; `node_modules` is linked file by file, since esbuild looks where a link of a folder leads. */
const left = ['.git', 'dist', 'node_modules', 'out'];

/**
 * The extension as it is packaged from a copy of the sources in another folder, in another time zone and with another
 * mask for new files.
 * @returns {Buffer}
 * @throws {Error} when it cannot be packaged there
 */
export function packagedElsewhere() {
	const folder = path.join(root, 'out', `elsewhere-${process.pid}`);
	const mask = process.umask(0o077);
	try {
		mkdirSync(folder, { recursive: true });
		for (const name of readdirSync(root)) {
			if (!left.includes(name)) cpSync(path.join(root, name), path.join(folder, name), { recursive: true });
		}
		linkFiles(path.join(root, 'node_modules'), path.join(folder, 'node_modules'));
		const file = path.join(folder, 'elsewhere.vsix');
		packageExtension(file, { folder, env: { TZ: 'Pacific/Kiritimati' } });
		return readFileSync(file);
	} finally {
		process.umask(mask);
		rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
	}
}

function linkFiles(from, to) {
	mkdirSync(to);
	for (const entry of readdirSync(from, { withFileTypes: true })) {
		const [source, target] = [from, to].map(place => path.join(place, entry.name));
		if (entry.isDirectory()) linkFiles(source, target);
		else if (entry.isFile()) linkSync(source, target);
	}
}
