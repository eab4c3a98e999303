import { readFile } from 'node:fs/promises';

/** How TypeScript 5 writes its helpers into each module, and what they come to here. */
const helpers = [
	// A property that gives what the other module has by that name.
	[
		/^var __createBinding = [\s\S]*?\n\}\)\);\n/m,
		'var __createBinding = (to, from, name) => Object.defineProperty(to, name, { enumerable: true, get: () => from[name] });\n',
	],
	// For `import * as`: a module of theirs is what it is, and of the others nobody asks for `default`.
	[
		/^var __setModuleDefault = [\s\S]*?\nvar __importStar = [\s\S]*?\n\}\)\(\);\n/m,
		'var __importStar = module => module;\n',
	],
];

/**
 * The packages of the language server protocol are CommonJS. Each of their modules brings helpers for old engines, more
 * than 1 KB, too far from each other for an archive to notice.
 */
export const plainImports = {
	name: 'plain-imports',
	setup(build) {
		build.onLoad(
			{ filter: /[\\/]vscode-(?:jsonrpc|languageclient|languageserver|languageserver-protocol)[\\/]lib[\\/].*\.js$/ },
			async ({ path: file }) => {
				const text = await readFile(file, 'utf8');
				return {
					contents: helpers.reduce((code, [helper, instead]) => code.replace(helper, instead), text),
					loader: 'js',
				};
			},
		);
	},
};
