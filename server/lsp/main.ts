import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import { eitherFileSystem } from '../workspace/fileSystem';
import { nodeFileSystem } from '../workspace/nodeFileSystem';
import { textsIn } from '../workspace/textsOnDisk';
import { longestAnswer, timeLimit } from '../workspace/timeLimit';
import { clientFileSystem } from './clientFileSystem';
import { startLanguageServer } from './languageServer';

/**
 * The language server of our own client, which reads for it what lies on no disk. Speaks LSP over what the command line names (`--stdio`, `--node-ipc`, `--socket=N`). The library redirects
 * `console` in stdio mode; standard output carries the protocol and nothing else.
 */
const connection = createConnection(ProposedFeatures.all);
const files = eitherFileSystem(nodeFileSystem, clientFileSystem(connection));
startLanguageServer(connection, files, { findTexts: textsIn(__dirname), limit: timeLimit(longestAnswer) });
