import type { Node } from 'jsonc-parser';
import { CompletionItemKind } from 'vscode-languageserver-types';
import { nameOf, settingsOf } from '../checks/setting';
import type { Cursor } from '../editing/cursor';
import { childOf, type JsonValue } from '../json/jsonNode';
import type { Proposal } from './proposal';
import { contentSnippets, templateSnippets } from './settingSnippets';

/** The owner of a list, the key of the list, and where its element starts that is written. */
type ListPlace = Pick<Cursor, 'object' | 'key' | 'start'>;

/** Whole settings for the list at the cursor. A template has one prototype, so a second one is not offered. */
export function settingProposals({ object, key, start }: ListPlace, file: JsonValue | undefined): Proposal[] {
	const elements = childOf(object, key ?? '')?.children ?? [];
	if (key === 'template' && elements.some(({ offset }) => offset !== start)) return [];
	const names = new Set(settingsOf(file, []).map(nameOf));
	const place = { common: commonAround(object), freeName: (preferred: string) => freeName(preferred, names) };
	const snippets = key === 'template' ? templateSnippets(place) : contentSnippets(place);
	return snippets.map(({ label, meaning, snippet }, index) => ({
		label,
		snippet,
		meaning,
		sort: String(index),
		kind: CompletionItemKind.Snippet,
	}));
}

/** Whole settings in a list of their own, where a list is still to be written. */
export const settingListProposals = (cursor: Cursor, file: JsonValue | undefined): Proposal[] =>
	settingProposals(cursor, file).map(proposal => ({
		...proposal,
		snippet: `[\n\t${proposal.snippet.replaceAll('\n', '\n\t')}\n]`,
	}));

function freeName(preferred: string, names: ReadonlySet<string>): string {
	for (let number = 1; ; number++) {
		const name = number === 1 ? preferred : `${preferred}-${number}`;
		if (!names.has(name)) return name;
	}
}

/** Settings follow the nearest one around them that says whether it is for all servers. */
export function commonAround(object: Node): boolean {
	for (let node: Node | undefined = object; node; node = node.parent) {
		const common: unknown = childOf(node, 'common')?.value;
		if (typeof common === 'boolean') return common;
	}
	return true;
}
