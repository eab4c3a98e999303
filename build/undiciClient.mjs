import path from 'node:path';

/**
 * Gives the product the part of undici that it uses: connections and requests. The package's own entry also loads
 * fetch, WebSocket, caches and mocks, which would be most of each program that talks to an appliance.
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
	},
};

// As undici's index.js does it: the request methods are mixed into the dispatchers.
const entry = `
	const Dispatcher = require('undici/lib/dispatcher/dispatcher');
	Object.assign(Dispatcher.prototype, require('undici/lib/api'));
	exports.Agent = require('undici/lib/dispatcher/agent');
	exports.Client = require('undici/lib/dispatcher/client');
	exports.Dispatcher = Dispatcher;
`;
