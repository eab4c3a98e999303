import { startEarly } from '../lsp/startEarly';
import type { Command } from './command';
import { UsageError } from './usageError';

const usage = `language-server --stdio

Speaks the Language Server Protocol on standard input and output, for any editor.`;

export const languageServerCommand: Command = {
	summary: 'the language server, for any editor',
	usage,
	run: async args => {
		if (args.length === 0) throw new UsageError('language-server needs --stdio.');
		startEarly(async connection => {
			const { registerLanguage } = await import('../lsp/languageServer');
			const { nodeFileSystem } = await import('../workspace/nodeFileSystem');
			const { textsIn } = await import('../workspace/textsOnDisk');
			const { timeLimit } = await import('../workspace/timeLimit');
			const { longestAnswer } = await import('../lsp/statusProtocol');
			const means = { findTexts: textsIn(__dirname), limit: timeLimit(longestAnswer) };
			return registerLanguage(connection, nodeFileSystem, means);
		});
		// Its connection ends the process. So does a signal, also while a file is read: there is nothing to put right.
		return new Promise(() => undefined);
	},
};
