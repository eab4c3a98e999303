import { startEarly } from './startEarly';

/**
 * The language server of our own client, which reads for it what lies on no disk. Speaks LSP over what the command line
 * names (`--stdio`, `--node-ipc`, `--socket=N`). The library redirects `console` in stdio mode; standard output carries
 * the protocol and nothing else.
 */
startEarly(async connection => {
	const { registerLanguage } = await import('./languageServer');
	const { clientFileSystem } = await import('./clientFileSystem');
	const { eitherFileSystem } = await import('../workspace/fileSystem');
	const { nodeFileSystem } = await import('../workspace/nodeFileSystem');
	const { textsIn } = await import('../workspace/textsOnDisk');
	const { timeLimit } = await import('../workspace/timeLimit');
	const { longestAnswer } = await import('./statusProtocol');
	const files = eitherFileSystem(nodeFileSystem, clientFileSystem(connection));
	return registerLanguage(connection, files, { findTexts: textsIn(__dirname), limit: timeLimit(longestAnswer) });
});
