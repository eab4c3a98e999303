import type { Node } from 'jsonc-parser';
import { inARow } from '../../../texts/inARow';
import { t } from '../../../texts/texts';
import type { RequestFacts } from '../../links/requestEntry';
import { loses, safe } from '../../quickFix';
import { childOf } from '../json/jsonNode';
import type { Fix, FixScene } from './fix';

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
export const factNames = (facts: RequestFacts): string => inARow(factKeys.filter(key => facts[key] !== undefined));

/** Everything of a request but the file itself: its keys, and each member as it is written. */
function aroundFile({ text, root, file }: FixScene): { readonly key: string; readonly written: string }[] {
	const request = root?.type === 'array' ? root.children?.[0] : root;
	const members = (request?.children ?? []).filter(({ type, offset, length }) => {
		const holdsFile = file !== undefined && offset <= file.offset && file.offset < offset + length;
		return type === 'property' && !holdsFile;
	});
	return members.map(({ children, offset, length }) => ({
		key: String(children?.[0]?.value ?? ''),
		written: text.slice(offset, offset + length),
	}));
}

/** Leaves the file alone of the request around it. Brackets must be in order for that. */
export function requestFixes(scene: FixScene): readonly Fix[] {
	const { text, file, isJson } = scene;
	if (!isJson || !file) return [];
	const around = aroundFile(scene);
	const keys = around.map(({ key }) => key).sort((a, b) => rankOf(a) - rankOf(b));
	const title =
		keys.length > 0
			? t('Keep the configuration-settings file alone; {keys} of the request are left out', { keys: inARow(keys) })
			: t('Keep the configuration-settings file alone');
	const newText = fileText(text, file) + (/\r?\n$/.exec(text)?.[0] ?? '');
	const change = { start: 0, end: text.length, newText };
	return [
		isNothingElse(scene)
			? safe(title, change)
			: {
					...loses(title, change),
					isForRepair: true,
					leavesOut: 'request',
					left: around.map(({ written }) => written),
				},
	];
}

/** Whether the request says nothing besides the one file. */
function isNothingElse({ root, file }: FixScene): boolean {
	for (let node = file; node && node !== root; node = node.parent) {
		const siblings = node.parent?.children ?? [];
		const isMember = node.parent?.type === 'array' || node.parent?.type === 'object';
		if (isMember && siblings.length > 1) return false;
	}
	return true;
}

/** What a manifest can keep stands first, in its order. */
const rankOf = (key: string): number => {
	const names: readonly string[] = factKeys;
	return names.includes(key) ? names.indexOf(key) : names.length;
};

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
