import path from 'node:path';
import { buildProduct } from './product.mjs';

try {
	const files = await buildProduct({ minify: !process.argv.includes('--no-minify') });
	const shared = files.filter(({ file }) => path.basename(file).startsWith('shared-'));
	const line = (name, parts) =>
		console.log(`${name}  ${(parts.reduce((sum, { bytes }) => sum + bytes, 0) / 1024).toFixed(0)} KB`);
	for (const part of files) if (!shared.includes(part)) line(part.file, [part]);
	line(`what they share, ${shared.length} files`, shared);
} catch (error) {
	// esbuild has printed the errors of a failed build already.
	if (!Array.isArray(error?.errors)) throw error;
	process.exitCode = 1;
}
