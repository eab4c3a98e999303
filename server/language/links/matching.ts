import { globMatcher } from './glob';
import type { ManifestLink } from './manifest';

export const matchesUnattend = (link: ManifestLink, path: string): boolean =>
	link.unattend.some(({ text }) => matchesPattern(text, path));

/** Whether an entry names this configuration-settings file. */
export const namesConfig = (link: ManifestLink, path: string): boolean =>
	link.config !== undefined && normalPath(link.config.text) === path;

/** Whether a path or pattern of a manifest means `path`. Letter case counts, as on the appliance's file names. */
export function matchesPattern(pattern: string, path: string): boolean {
	const normal = normalPath(pattern);
	if (normal === undefined) return false;
	if (normal === path) return true;
	return isGlob(normal) && matcherOf(normal)(path);
}

export const isGlob = (pattern: string): boolean => /[*?[{]/.test(pattern);

/** Sizes beyond which a pattern is taken for a mistake, and names nothing: thousands of files are held against each. */
export const isHarmless = (pattern: string): boolean =>
	pattern.length <= 500 &&
	countOf(pattern, /\*+|\?+/g) <= 8 &&
	countOf(pattern, /\{/g) <= 3 &&
	pattern.split('/').every(name => countOf(name, /\*+/g) <= 4);

const countOf = (text: string, piece: RegExp): number => text.match(piece)?.length ?? 0;

/**
 * A path of a manifest in its plainest form: `./a//b` and `a\b` become `a/b`. `undefined` when it is absolute or
 * leads out of the folder.
 */
export function normalPath(path: string): string | undefined {
	const parts: string[] = [];
	const slashed = path.replaceAll('\\', '/');
	if (slashed.startsWith('/') || /^[A-Za-z][\w+.-]*:/.test(slashed)) return undefined;
	for (const part of slashed.split('/')) {
		if (part === '' || part === '.') continue;
		if (part !== '..') parts.push(part);
		else if (parts.pop() === undefined) return undefined;
	}
	return parts.length > 0 ? parts.join('/') : undefined;
}

type Matcher = (path: string) => boolean;
const matchers = new Map<string, Matcher>();
const mostMatchers = 500;

/** What a pattern in its plainest form matches. */
export function matcherOf(pattern: string): Matcher {
	let matcher = matchers.get(pattern);
	if (!matcher) {
		if (matchers.size >= mostMatchers) matchers.clear();
		matcher = buildMatcher(pattern);
		matchers.set(pattern, matcher);
	}
	return matcher;
}

function buildMatcher(pattern: string): Matcher {
	return isHarmless(pattern) ? globMatcher(pattern) : () => false;
}
