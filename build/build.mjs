import { buildProduct } from './product.mjs';

try {
	const files = await buildProduct({ minify: !process.argv.includes('--no-minify') });
	for (const { file, bytes } of files) console.log(`${file}  ${(bytes / 1024).toFixed(0)} KB`);
} catch (error) {
	// esbuild has printed the errors of a failed build already.
	if (!Array.isArray(error?.errors)) throw error;
	process.exitCode = 1;
}
