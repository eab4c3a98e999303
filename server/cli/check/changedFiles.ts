import path from 'node:path';
import { promisify } from 'node:util';
import type { Workspace } from '../../workspace/workspace';
import { uriOf } from '../findFiles';
import { spelledOnDisk } from '../spelledOnDisk';
import { UsageError } from '../usageError';

/** URIs of the files that differ from a commit, new and removed ones among them, and of those whose checks rest on them. */
export async function changedSince(ref: string, cwd: string, workspace: Workspace): Promise<ReadonlySet<string>> {
	if (ref === '' || ref.startsWith('-'))
		throw new UsageError(`--changed-since takes a commit or branch, not '${ref}'.`);
	// The way up, for the top itself may be told by another path than the one that led here.
	const top = path.resolve(cwd, (await git(cwd, 'rev-parse', '--show-cdup')).trimEnd());
	const base = await commonCommit(ref, cwd);
	const changed = await git(top, 'diff', '--name-only', '--no-renames', '-z', base);
	const added = await git(top, 'ls-files', '--others', '--exclude-standard', '-z');
	const names = `${changed}${added}`.split('\0').filter(name => name !== '');
	// Git keeps the letters under which a file was added, also when it was renamed since.
	const files = await Promise.all(names.map(name => spelledOnDisk(top, name)));
	const uris = new Set(files.map(uriOf));
	for (const uri of [...uris]) for (const other of await workspace.touchedBy(uri)) uris.add(other);
	return uris;
}

/** Where this branch left the other one. @throws {UsageError} that says how to get it, where the history is cut off */
async function commonCommit(ref: string, cwd: string): Promise<string> {
	try {
		return (await git(cwd, 'merge-base', ref, 'HEAD')).trim();
	} catch (error) {
		if (!(error instanceof UsageError)) throw error;
		if ((await git(cwd, 'rev-parse', '--is-shallow-repository')).trim() !== 'true') throw error;
		throw new UsageError(
			`${error.message}. This clone is shallow: get all of the history, with fetch-depth: 0 on GitHub or GIT_DEPTH: 0 on GitLab.`,
		);
	}
}

async function git(cwd: string, ...args: readonly string[]): Promise<string> {
	try {
		const run = promisify(process.getBuiltinModule('node:child_process').execFile);
		const { stdout } = await run('git', [...args], { cwd, maxBuffer: 64 * 1024 * 1024 });
		return stdout;
	} catch (error) {
		if (!(error instanceof Error)) throw error;
		const said: unknown = 'stderr' in error ? error.stderr : undefined;
		const words = typeof said === 'string' && said.trim() !== '' ? said.trim().split('\n')[0] : error.message.trim();
		throw new UsageError(`--changed-since needs git, which says: ${words}`);
	}
}
