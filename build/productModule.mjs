import { build } from 'esbuild';

/**
 * A module of the product's own sources, so that what the build writes and the programs read is laid down in one place.
 * @param {string} file path from the repository's folder
 */
export async function productModule(file) {
	const { outputFiles } = await build({ entryPoints: [file], bundle: true, format: 'esm', write: false });
	return import(`data:text/javascript,${encodeURIComponent(outputFiles[0].text)}`);
}
