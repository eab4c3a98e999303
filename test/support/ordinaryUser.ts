import { chmodSync, chownSync } from 'node:fs';
import path from 'node:path';

/** The number that nobody has who works on a machine. */
const nobody = 65534;

export const isRoot = process.getuid?.() === 0;

/** Does it as somebody who is not root: as who runs the tests, else as one to whom root lends the folder and the files. */
export async function asOrdinaryUser<Result>(
	cwd: string,
	lent: readonly string[],
	work: () => Promise<Result>,
): Promise<Result> {
	if (!isRoot) return work();
	// Who is lent something has to get there.
	for (const above of [path.dirname(cwd), cwd]) chmodSync(above, 0o755);
	for (const name of lent) chownSync(path.join(cwd, name), nobody, nobody);
	process.seteuid?.(nobody);
	try {
		return await work();
	} finally {
		process.seteuid?.(0);
	}
}
