import type { Node } from 'jsonc-parser';
import { loses, safe } from '../../quickFix';
import { childOf, keyOf } from '../json/jsonNode';
import type { Fix, FixScene } from './fix';

/** What a request says about the file that it carries, and no configuration-settings file has a place for. */
export interface RequestFacts {
	readonly name?: string;
	readonly os?: string;
	readonly osrelease?: string;
	readonly description?: string;
}

const factKeys = ['name', 'os', 'osrelease', 'description'] as const;

/** The facts of the request around the file; `undefined` without a request, or when it says nothing of that kind. */
export function requestFacts({ root, file }: Pick<FixScene, 'root' | 'file'>): RequestFacts | undefined {
	if (!root || !file || file === root) return undefined;
	const request = root.type === 'array' ? root.children?.[0] : root;
	const facts = factKeys.flatMap(key => {
		const value: unknown = childOf(request, key)?.value;
		return typeof value === 'string' && value.trim() !== '' ? [[key, value] as const] : [];
	});
	return facts.length > 0 ? Object.fromEntries(facts) : undefined;
}

/** `name, os and description`. */
export function factNames(facts: RequestFacts): string {
	const names = factKeys.filter(key => facts[key] !== undefined);
	return names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;
}

/** Leaves the file alone of the request around it. Brackets must be in order for that. */
export function requestFixes(scene: FixScene): readonly Fix[] {
	const { text, file, isJson } = scene;
	if (!isJson || !file) return [];
	const facts = requestFacts(scene);
	const left = facts ? `; ${factNames(facts)} of the request are left out` : '';
	const title = `Keep the configuration-settings file alone${left}`;
	const newText = fileText(text, file) + (/\r?\n$/.exec(text)?.[0] ?? '');
	const change = { start: 0, end: text.length, newText };
	return [
		isNothingElse(scene) ? safe(title, change) : { ...loses(title, change), isForRepair: true, leavesOut: 'request' },
	];
}

/** Whether the request says nothing besides the one file. */
function isNothingElse({ root, file }: FixScene): boolean {
	for (let node = file; node && node !== root; node = node.parent) {
		const siblings = node.parent?.children ?? [];
		if (node.parent?.type === 'array' && siblings.length > 1) return false;
		if (node.parent?.type === 'object' && siblings.some(member => member !== node && keyOf(member) !== undefined))
			return false;
	}
	return true;
}

/** The file's own text, moved to the left as far as its last line is indented. */
function fileText(text: string, file: Node): string {
	if (file.type === 'string') return String(file.value);
	const own = text.slice(file.offset, file.offset + file.length);
	const indent = /(?:\r\n?|\n)([ \t]+)[\]}]$/.exec(own)?.[1];
	return indent === undefined
		? own
		: own.replace(/(\r\n?|\n)([ \t]+)/g, (all, lineBreak: string, blanks: string) =>
				blanks.startsWith(indent) ? lineBreak + blanks.slice(indent.length) : all,
			);
}
