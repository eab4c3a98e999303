import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import type { Command } from './command';
import { UsageError } from './usageError';

const usage = `language-server --stdio

Speaks the Language Server Protocol on standard input and output, for any editor.`;

export const languageServerCommand: Command = {
	summary: 'the language server, for any editor',
	usage,
	run: async (args, terminal) => {
		if (args.length === 0) throw new UsageError('language-server needs --stdio.');
		const { startLanguageServer } = await import('../lsp/languageServer');
		const { nodeFileSystem } = await import('../workspace/nodeFileSystem');
		const { longestAnswer, timeLimit } = await import('../workspace/timeLimit');
		const { textsIn } = await import('../workspace/textsOnDisk');
		startLanguageServer(createConnection(ProposedFeatures.all), nodeFileSystem, {
			findTexts: textsIn(__dirname),
			limit: timeLimit(longestAnswer),
		});
		return new Promise(resolve => terminal.signal.addEventListener('abort', () => resolve(0)));
	},
};
