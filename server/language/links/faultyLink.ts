import type { Problem } from '../problem';
import type { Link } from './link';

const ofWholeManifest: ReadonlySet<string> = new Set([
	'link-value',
	'link-key-missing',
	'link-key-unknown',
	'link-path-outside',
	'link-pattern',
]);

/** Whether a report about a manifest tells why a file is not linked as it should be. */
export function tellsOf({ code, facts }: Problem, path: string, { configPath, matches }: Link): boolean {
	if (code === 'link-config-missing') return facts.path === configPath;
	if (code === 'link-ambiguous') return matches.length > 1;
	if (code === 'link-syntax') return true;
	if (configPath !== undefined) return false;
	// A path that is like no file may have been meant for any.
	if (code === 'link-no-match') return facts.replacement === undefined || facts.replacement === path;
	return ofWholeManifest.has(code);
}
