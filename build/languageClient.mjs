import { readFileSync } from 'node:fs';
import path from 'node:path';
import { notOffered } from './notOffered.mjs';
import { root } from './steps.mjs';

const { engines } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8'));
const client = readFileSync(path.join(root, 'node_modules', 'vscode-languageclient', 'lib', 'node', 'main.js'), 'utf8');
const needed = /REQUIRED_VSCODE_VERSION = '([^']+)'/.exec(client)?.[1];

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
	const picomatch = require('picomatch');
	exports.Minimatch = class {
		constructor(pattern, options) {
			this.matches = picomatch(pattern, options);
		}
		makeRe() {
			return true;
		}
		match(path) {
			return this.matches(path);
		}
	};
`;

/**
 * semver is asked whether VS Code is new enough. VS Code starts the extension in no version that `engines` excludes, so
 * nothing is lost as long as the client needs the same versions.
 */
const versions = {
	'semver/functions/parse': 'module.exports = version => ({ version, prerelease: [] });',
	'semver/functions/satisfies': 'module.exports = () => true;',
};

/** Leaves out of the language client what is never reached: features that no server of ours offers, and two libraries. */
export const languageClient = {
	name: 'language-client',
	setup(build) {
		build.onResolve(
			{ filter: /^(?:minimatch|semver\/functions\/(?:parse|satisfies))$/ },
			({ path: name, importer, resolveDir }) =>
				/[\\/]vscode-languageclient[\\/]/.test(importer) && (name === 'minimatch' || needed === engines.vscode)
					? { path: name, namespace: 'language-client', pluginData: resolveDir }
					: undefined,
		);
		build.onLoad({ filter: /.*/, namespace: 'language-client' }, ({ path: name, pluginData }) => ({
			contents: versions[name] ?? matcher,
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
