import { compiledSchemas } from './compiledSchemas.mjs';
import { jsoncParser } from './jsoncParser.mjs';
import { languageClient } from './languageClient.mjs';
import { languageServerPackage } from './languageServerPackage.mjs';
import { lateDialects, lateEntries } from './lateDialects.mjs';
import { nodeGuard } from './nodeGuard.mjs';
import { packageManifest } from './packageManifest.mjs';
import { plainImports } from './plainImports.mjs';
import { regexpParser } from './regexpParser.mjs';
import { ruleTitles } from './ruleTitles.mjs';
import { tables } from './tables.mjs';
import { undiciClient } from './undiciClient.mjs';

/** Settings shared by every bundle. */
const shared = {
	bundle: true,
	platform: 'node',
	target: 'node20.18',
	mainFields: ['module', 'main'],
	loader: { '.json': 'json' },
	plugins: [compiledSchemas],
	logLevel: 'warning',
	absWorkingDir: process.cwd(),
};

/** The programs that run in a browser, by what they are. */
export const webEntries = { webClient: 'client/web/loadClient.ts', webServer: 'server/lsp/browserMain.ts' };

/** The programs that ship, three for Node and two for a browser, as ES modules that share what they have in common. */
export const productBundle = ({ minify }) => ({
	...shared,
	plugins: [
		...shared.plugins,
		undiciClient,
		languageClient,
		languageServerPackage,
		lateDialects,
		plainImports,
		regexpParser,
		jsoncParser,
		packageManifest,
		tables,
		ruleTitles,
	],
	entryPoints: {
		extension: 'client/extension.ts',
		languageServer: 'server/lsp/main.ts',
		tool: 'server/cli/main.ts',
		...webEntries,
		...lateEntries,
	},
	// Packages name the half of them that is for Node, or for a browser.
	conditions: ['node', 'browser', 'module'],
	metafile: true,
	external: ['vscode'],
	format: 'esm',
	splitting: true,
	chunkNames: 'shared-[hash]',
	minify,
	legalComments: 'none',
});

/** The first file of the terminal tool, which loads the rest of it. An old Node has to be able to read it. */
export const toolStart = ({ minify, build }) => ({
	bundle: true,
	platform: 'node',
	target: 'node12',
	format: 'cjs',
	entryPoints: { cli: 'server/cli/start/startTool.ts' },
	define: { buildOfTool: JSON.stringify(build) },
	banner: { js: `#!/usr/bin/env node\n"use strict";\n${nodeGuard}` },
	minify,
	legalComments: 'none',
	logLevel: 'warning',
	absWorkingDir: process.cwd(),
});

/** The page of the deploy dialog, which runs in a browser. */
export const pageBundle = ({ minify }) => ({
	bundle: true,
	platform: 'browser',
	target: 'chrome122',
	format: 'iife',
	entryPoints: { deployDialog: 'client/dialog/page/deployDialog.ts' },
	minify,
	legalComments: 'none',
	logLevel: 'warning',
	absWorkingDir: process.cwd(),
});

/** The scripts by which a browser gets hold of those programs. */
export const webStarts = ({ minify, programs }) => ({
	bundle: true,
	platform: 'browser',
	target: 'es2023',
	format: 'cjs',
	entryPoints: { web: 'client/web/startExtension.ts', webWorker: 'client/web/startServer.ts' },
	external: ['vscode'],
	plugins: [packageManifest],
	define: { webPrograms: JSON.stringify(programs) },
	minify,
	legalComments: 'none',
	logLevel: 'warning',
	absWorkingDir: process.cwd(),
});

/** The tests of each process as ES modules under out/, which share what they have in common. */
export function testBundle(entryPoints) {
	return {
		...shared,
		entryPoints,
		format: 'esm',
		splitting: true,
		outdir: 'out',
		outbase: '.',
		outExtension: { '.js': '.mjs' },
		packages: 'external',
	};
}
