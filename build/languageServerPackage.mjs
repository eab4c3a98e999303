import { readFile } from 'node:fs/promises';

/**
 * What the package of the language server brings for servers of other kinds, by file, and what stays of it: a connection
 * goes through a feature to become the next one, so each that is left out hands on what it is given.
 */
const unused = {
	callHierarchy: 'CallHierarchyFeature',
	inlineCompletion: 'InlineCompletionFeature',
	inlineValue: 'InlineValueFeature',
	linkedEditingRange: 'LinkedEditingRangeFeature',
	moniker: 'MonikerFeature',
	notebook: 'NotebookSyncFeature',
	textDocumentContent: 'TextDocumentContentFeature',
	typeHierarchy: 'TypeHierarchyFeature',
};

/** Leaves out of the package of the language server what ours does not offer, and how it would find modules on a disk. */
export const languageServerPackage = {
	name: 'language-server-package',
	setup(build) {
		const files = Object.keys(unused).join('|');
		build.onLoad(
			{ filter: new RegExp(`[\\\\/]vscode-languageserver[\\\\/]lib[\\\\/]common[\\\\/](?:${files})\\.js$`) },
			({ path: file }) => {
				const [name] = /\w+(?=\.js$)/.exec(file);
				return { contents: `exports.${unused[name]} = Base => Base;`, loader: 'js' };
			},
		);
		// Ours writes tokens down itself, and sends no differences.
		build.onLoad(
			{ filter: /[\\/]vscode-languageserver[\\/]lib[\\/]common[\\/]semanticTokens\.js$/ },
			async ({ path: file }) => {
				const [feature, rest] = (await readFile(file, 'utf8')).split('\nclass SemanticTokensDiff {');
				if (rest === undefined) throw new Error('vscode-languageserver is written in another way.');
				return { contents: feature, loader: 'js' };
			},
		);
		build.onLoad({ filter: /[\\/]vscode-languageserver[\\/]lib[\\/]node[\\/]files\.js$/ }, () => ({
			contents: '',
			loader: 'js',
		}));
	},
};
