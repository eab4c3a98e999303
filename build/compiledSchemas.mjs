import { createHash } from 'node:crypto';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';

/**
 * Lets a source import `some.schema.json?compiled` and get ajv's validator as ready code: the schema is
 * compiled here, once, so that neither the editor nor the terminal compiles anything at start-up.
 */
export const compiledSchemas = {
	name: 'compiled-schemas',
	setup(build) {
		build.onResolve({ filter: /\.json\?compiled$/ }, args => ({
			// esbuild names shared files by the paths in them, which must be the same in any folder.
			path: path
				.relative('.', path.resolve(args.resolveDir, args.path.replace(/\?compiled$/, '')))
				.replaceAll('\\', '/'),
			namespace: 'compiled-schema',
		}));
		build.onLoad({ filter: /.*/, namespace: 'compiled-schema' }, async args => ({
			contents: await compiled(await readFile(args.path, 'utf8')),
			resolveDir: process.cwd(),
			watchFiles: [path.resolve(args.path)],
			loader: 'js',
		}));
	},
};

const kept = path.join('node_modules', '.cache', 'compiled-schemas');
const compiler = new URL('compileSchema.mjs', import.meta.url);
const { version } = createRequire(import.meta.url)('ajv/package.json');

/** What this process is compiling: several bundles that are built at once take a schema from each other. */
const underWay = new Map();

/**
 * The code for the text of a schema. Compiling all of them takes a second, in which the tests of a room would have
 * run: what the same compiler has made of the same text before is kept in `node_modules/.cache`.
 */
async function compiled(schema) {
	const key = createHash('sha256').update(JSON.stringify([version, await readFile(compiler, 'utf8'), schema]));
	const file = path.join(kept, `${key.digest('hex')}.js`);
	if (!underWay.has(file)) underWay.set(file, keptOrCompiled(file, schema));
	return underWay.get(file);
}

async function keptOrCompiled(file, schema) {
	const before = await readFile(file, 'utf8').catch(() => undefined);
	if (before !== undefined) return before;
	const { compileSchema } = await import(compiler.href);
	const code = compileSchema(JSON.parse(schema));
	await mkdir(kept, { recursive: true });
	// Another process may read it at the same time.
	await writeFile(`${file}.${process.pid}`, code);
	await rename(`${file}.${process.pid}`, file);
	return code;
}
