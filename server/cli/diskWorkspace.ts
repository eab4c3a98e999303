import { createNodeFileSystem } from '../workspace/nodeFileSystem';
import { Workspace } from '../workspace/workspace';
import { uriOf } from './findFiles';

/** A command may take its time, so it lists far more files than a language server; more are said to be left out. */
const mostListed = 200_000;

export const diskFiles = createNodeFileSystem(mostListed);

/** A workspace over the disk alone, for one run. */
export function diskWorkspace(cwd: string): Workspace {
	const roots = [uriOf(cwd)];
	return new Workspace({ files: diskFiles, openDocuments: () => [], roots: () => roots });
}
