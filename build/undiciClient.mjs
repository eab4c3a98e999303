import { createRequire } from 'node:module';
import path from 'node:path';
import { brotliCompressSync } from 'node:zlib';

/**
 * Gives the product the part of undici that it uses: connections, requests and tunnels, over HTTP/1.1, with bodies that
 * are texts or streams of Node. The package's own entry also loads fetch, WebSocket, caches and mocks, which would be
 * most of each program that talks to an appliance.
 */
export const undiciClient = {
	name: 'undici-client',
	setup(build) {
		build.onResolve({ filter: /^undici$/ }, args => ({
			path: 'undici',
			namespace: 'undici-client',
			pluginData: args.resolveDir,
		}));
		// The parser comes twice, with and without SIMD; the plain one runs everywhere, and replies here are small.
		build.onResolve({ filter: /llhttp_simd-wasm\.js$/ }, args => ({
			path: path.join(args.resolveDir, args.path.replace('llhttp_simd-wasm', 'llhttp-wasm')),
		}));
		build.onLoad({ filter: /.*/, namespace: 'undici-client' }, ({ pluginData }) => ({
			contents: entry,
			resolveDir: pluginData,
			loader: 'js',
		}));
		build.onLoad({ filter: /[\\/]llhttp[\\/]llhttp-wasm\.js$/ }, ({ path: file }) => ({
			contents: compressedParser(file),
			loader: 'js',
		}));
		build.onLoad({ filter: /[\\/]llhttp[\\/]constants\.js$/ }, ({ path: file }) => ({
			contents: constantsOf(file),
			loader: 'js',
		}));
		for (const { filter, contents } of notReached) build.onLoad({ filter }, () => ({ contents, loader: 'js' }));
	},
};

// As undici's index.js and api/index.js do it: what asks for a tunnel is mixed into the dispatchers.
const entry = `
	const Dispatcher = require('undici/lib/dispatcher/dispatcher');
	Dispatcher.prototype.connect = require('undici/lib/api/api-connect');
	exports.Client = require('undici/lib/dispatcher/client');
	exports.Pool = require('undici/lib/dispatcher/pool');
	exports.Dispatcher = Dispatcher;
`;

/** What is asked for only by HTTP/2, which our connections do not offer, and by a body of another kind. */
const notReached = [
	{
		filter: /[\\/]undici[\\/]lib[\\/]dispatcher[\\/]client-h2\.js$/,
		contents: `module.exports = () => { throw new Error('HTTP/2 is not built in') };`,
	},
	{
		filter: /[\\/]undici[\\/]lib[\\/]web[\\/]fetch[\\/]body\.js$/,
		contents: `exports.extractBody = () => { throw new Error('A request with a form as its body is not built in') };`,
	},
];

const load = createRequire(import.meta.url);

/** Of many tables of the parser the client reads two. */
function constantsOf(file) {
	const { TYPE, ERROR } = load(file);
	return `module.exports = ${JSON.stringify({ TYPE, ERROR })};`;
}

/** WebAssembly in base64 hardly gets smaller in an archive: compressed before, it takes 15 KB of it instead of 24. */
function compressedParser(file) {
	const compressed = brotliCompressSync(load(file)).toString('base64');
	return `module.exports = require('node:zlib').brotliDecompressSync(Buffer.from('${compressed}', 'base64'));`;
}
