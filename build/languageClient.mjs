import path from 'node:path';
import { notOffered } from './notOffered.mjs';

/** A feature that tells the server nothing and does nothing. */
const classOf = name => `
	exports.${name} = class {
		getState() { return { kind: 'static' }; }
		fillClientCapabilities() {}
		initialize() {}
		clear() {}
	};
`;

/** Other features look for that of notebooks, listen to it, and compare the scheme of its cells. */
const notebooks = `
	const never = () => ({ dispose() {} });
	${classOf('NotebookDocumentSyncFeature').replace(
		'class {',
		`class {
		static CellScheme = 'vscode-notebook-cell';
		registrationType = { method: 'notebookDocument/sync' };
		onOpenNotificationSent = never;
		onChangeNotificationSent = never;
		onSaveNotificationSent = never;
		onCloseNotificationSent = never;
		handles() { return false; }
		register() {}
		unregister() {}`,
	)}
`;

/**
 * The client matches two kinds of pattern, those of its document selector and of the server's file operations. Our own
 * matcher, which ships anyway, does it the same way (see the test), and the larger one stays out.
 */
const matcher = `
	const { globMatcher } = require(${JSON.stringify(path.resolve('server/language/links/glob'))});
	exports.Minimatch = class {
		constructor(pattern) {
			this.matches = globMatcher(pattern);
		}
		makeRe() {
			return true;
		}
		match(path) {
			return this.matches(path);
		}
	};
`;

/** Our own client starts its server (`client/serverProcess.ts`); of the package's it uses how processes are spoken to. */
const transports = `module.exports = require('vscode-languageserver-protocol/node');`;

/** Leaves out of the language client what is never reached: features that no server of ours offers, and a library. */
export const languageClient = {
	name: 'language-client',
	setup(build) {
		build.onResolve(
			{ filter: /^(?:minimatch|vscode-languageclient\/node)$/ },
			({ path: name, importer, resolveDir }) =>
				name !== 'minimatch' || /[\\/]vscode-languageclient[\\/]/.test(importer)
					? { path: name, namespace: 'language-client', pluginData: resolveDir }
					: undefined,
		);
		build.onLoad({ filter: /.*/, namespace: 'language-client' }, ({ path: name, pluginData }) => ({
			contents: name === 'minimatch' ? matcher : transports,
			resolveDir: pluginData,
			loader: 'js',
		}));
		build.onLoad({ filter: /[\\/]vscode-languageclient[\\/]lib[\\/]common[\\/]\w+\.js$/ }, ({ path: file }) => {
			const feature = notOffered[path.basename(file, '.js')];
			if (!feature) return undefined;
			return { contents: file.endsWith('notebook.js') ? notebooks : classOf(feature[0]), loader: 'js' };
		});
	},
};
