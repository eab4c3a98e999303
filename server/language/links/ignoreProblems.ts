import type { Node } from 'jsonc-parser';
import { type Problem, problem } from '../problem';
import { member } from './manifest';

/** Patterns of `ignore` that no file can match, as `.gitignore` has it. */
export const ignoreProblems = (root: Node): Problem[] =>
	(member(root, 'ignore')?.children ?? []).flatMap(({ value, offset, length }) => {
		if (typeof value !== 'string' || value.trim() === '' || !matchesNothing(value)) return [];
		// What leaves nothing out keeps no file from its link.
		const facts = { path: value, hint: '', isOfLinks: false };
		return [problem('link-no-match', { start: offset, end: offset + length }, facts)];
	});

/** Comments, paths with `.` or `..` in them, and lists of letters that nobody closes. */
function matchesNothing(pattern: string): boolean {
	const path = pattern.replace(/^!/, '').trimEnd();
	if (pattern.startsWith('#') || /^\/*$/.test(path)) return true;
	if (path.split('/').some(name => name === '.' || name === '..')) return true;
	const plain = path.replace(/\\./g, '');
	const last = plain.lastIndexOf('[');
	return last >= 0 && !plain.includes(']', last);
}
