import type { Node } from 'jsonc-parser';
import { type Problem, problem } from '../problem';

/** A report for each key that its object has before: the last one counts. */
export function repeatedKeys(root: Node): Problem[] {
	const problems: Problem[] = [];
	const open = [root];
	for (let node = open.pop(); node; node = open.pop()) {
		const seen = new Set<unknown>();
		for (const child of node.children ?? []) {
			open.push(child);
			const key = child.type === 'property' ? child.children?.[0] : undefined;
			if (!key) continue;
			const place = { start: key.offset, end: key.offset + key.length };
			if (seen.has(key.value)) problems.push(problem('json-duplicate-key', place, { key: String(key.value) }));
			seen.add(key.value);
		}
	}
	return problems;
}
