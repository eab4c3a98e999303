import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Context } from '../language';
import { oncePerVersion } from '../oncePerVersion';
import type { Problem } from '../problem';
import type { Link } from './link';
import { manifestProblems } from './manifestProblems';

const ofWholeManifest: ReadonlySet<string> = new Set([
	'json-duplicate-key',
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
export function isFaultyFor(
	{ path, link: { configPath, matches } }: LinkedFile,
	manifest: TextDocument,
	around: Pick<Context, 'files' | 'isFileListCut'>,
): boolean {
	const { codes, configs, meant } = faultsOf(manifest, around);
	if (codes.has('link-syntax') || (codes.has('link-ambiguous') && matches.length > 1)) return true;
	if (matches.some(config => configs.has(config))) return true;
	if (configPath !== undefined) return false;
	// A path that is like no file may have been meant for any.
	if (meant.has(path) || meant.has(undefined)) return true;
	return configs.size > 0 || [...ofWholeManifest].some(code => codes.has(code));
}

/** What the reports on a manifest tell of the files below it. */
interface Faults {
	readonly codes: ReadonlySet<string>;
	/** The configuration-settings files that are missing, or are none. */
	readonly configs: ReadonlySet<string>;
	/** What paths without a file are like: another file, or none. */
	readonly meant: ReadonlySet<string | undefined>;
}

/** Every file below a manifest asks for the same. */
const faultsOf = oncePerVersion(
	(manifest: TextDocument, around: Pick<Context, 'files' | 'isFileListCut'>): Faults => {
		const problems = manifestProblems(manifest, around).filter(({ facts }) => facts.isOfLinks !== false);
		const of = (...codes: readonly string[]): readonly Problem[] => problems.filter(({ code }) => codes.includes(code));
		return {
			codes: new Set(problems.map(({ code }) => code)),
			configs: new Set(of('link-config-missing', 'link-file-kind').map(({ facts }) => String(facts.path))),
			meant: new Set(of('link-no-match').map(({ facts: { replacement } }) => replacement?.toString())),
		};
	},
	around => [around],
);
