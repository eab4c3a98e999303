import { createNodeFileSystem, whileThreadWaits } from '../workspace/nodeFileSystem';
import { Workspace, type WorkspaceOptions } from '../workspace/workspace';
import { uriOf } from './findFiles';
import { workOfCommand } from './workOfCommand';

/** A command may take its time, so it lists far more files than a language server; more are said to be left out. */
const mostListed = 200_000;

/** A command has nothing else to do while the disk answers. */
export const diskFiles = createNodeFileSystem(mostListed, whileThreadWaits);

/**
 * A workspace over the disk, for one run. What does not come back from a file is given up.
 * @param more what is otherwise, such as a text on standard input
 */
export function diskWorkspace(cwd: string, more: Partial<WorkspaceOptions> = {}): Workspace {
	const roots = [uriOf(cwd)];
	const aroundWork = workOfCommand();
	return new Workspace({ files: diskFiles, openDocuments: () => [], roots: () => roots, aroundWork, ...more });
}
