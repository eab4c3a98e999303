import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

/**
 * The packages of which the bundles hold code, by name; those of which nothing was left in are not among them.
 * @param {import('esbuild').Metafile[]} metafiles
 * @param {string} root folder that their paths start from
 * @returns {{ name: string, version: string, license: string, homepage: string, folder: string, integrity: string,
 *   dependencies: string[], texts: string[] }[]} `texts` are its licence and its notices; `integrity` is that of the
 *   lock file
 * @throws {Error} when a package tells no licence
 */
export function bundledPackages(metafiles, root) {
	const inputs = metafiles.flatMap(({ outputs }) =>
		Object.values(outputs).flatMap(output => Object.entries(output.inputs)),
	);
	const folders = inputs
		.filter(([, { bytesInOutput }]) => bytesInOutput > 0)
		.flatMap(([input]) => packageFolder(input));
	const lock = JSON.parse(readFileSync(path.join(root, 'package-lock.json'), 'utf8')).packages;
	return [...new Set(folders)]
		.map(folder => describe(folder, { root, locked: lock[folder.slice(folder.indexOf('node_modules'))] }))
		.sort((a, b) => (a.name < b.name ? -1 : 1));
}

/** The folder of the package that a file belongs to; none for our own files. */
function packageFolder(input) {
	const found = /(?:^|:)((?:.*\/)?node_modules\/(?:@[^/]+\/)?[^/]+)\//.exec(input.replaceAll('\\', '/'));
	return found ? [found[1]] : [];
}

function describe(folder, { root, locked }) {
	const place = path.join(root, folder);
	const { name, version, license, homepage, dependencies } = JSON.parse(
		readFileSync(path.join(place, 'package.json'), 'utf8'),
	);
	const named = pattern =>
		readdirSync(place)
			.filter(file => pattern.test(file))
			.sort();
	const licences = named(/^(licen[cs]e|copying)/i);
	if (!license || licences.length === 0) throw new Error(`${folder} comes without a licence`);
	const texts = [...licences, ...named(/^(notice|third-?party-?notices?)/i)].map(file =>
		readFileSync(path.join(place, file), 'utf8').replaceAll('\r\n', '\n').trim(),
	);
	return {
		name,
		version,
		license,
		homepage: homepage ?? `https://www.npmjs.com/package/${name}`,
		folder,
		integrity: locked?.integrity ?? '',
		dependencies: Object.keys(dependencies ?? {}),
		texts,
	};
}
