import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import { nodeFileSystem } from '../workspace/nodeFileSystem';
import { textsIn } from '../workspace/textsOnDisk';
import { startLanguageServer } from './languageServer';

/**
 * Speaks LSP over what the command line names (`--stdio`, `--node-ipc`, `--socket=N`). The library redirects
 * `console` in stdio mode; standard output carries the protocol and nothing else.
 */
startLanguageServer(createConnection(ProposedFeatures.all), nodeFileSystem, textsIn(__dirname));
