import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Context } from '../language';
import { oncePerVersion } from '../oncePerVersion';
import type { Problem } from '../problem';
import type { Link } from './link';
import { manifestProblems } from './manifestProblems';

const ofWholeManifest: ReadonlySet<string> = new Set([
	'link-value',
	'link-key-missing',
	'link-key-unknown',
	'link-swapped',
	'link-file-kind',
	'link-path-outside',
	'link-pattern',
]);

/** A file in reach of a manifest. */
interface LinkedFile {
	/** Relative to the manifest's folder. */
	readonly path: string;
	readonly link: Link;
}

/** Whether the manifest has a report of its own that tells why a file is not linked as it should be. */
export const isFaultyFor = (
	file: LinkedFile,
	manifest: TextDocument,
	around: Pick<Context, 'files' | 'isFileListCut'>,
): boolean => problemsOf(manifest, around).some(problem => tellsOf(problem, file));

/** Every file below a manifest asks for the same. */
const problemsOf = oncePerVersion(manifestProblems, around => [around]);

function tellsOf({ code, facts }: Problem, { path, link: { configPath, matches } }: LinkedFile): boolean {
	if (code === 'link-config-missing' || code === 'link-file-kind')
		return configPath === undefined || matches.includes(String(facts.path));
	if (code === 'link-ambiguous') return matches.length > 1;
	if (code === 'link-syntax') return true;
	if (configPath !== undefined) return false;
	// A path that is like no file may have been meant for any.
	if (code === 'link-no-match') return facts.replacement === undefined || facts.replacement === path;
	return ofWholeManifest.has(code);
}
