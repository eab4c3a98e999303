import type { Node } from 'jsonc-parser';
import type { Cursor } from '../editing/cursor';
import type { JsonValue } from '../json/jsonNode';
import { newFileProposals } from './newFileTemplates';
import type { Proposal } from './proposal';
import { settingProposals } from './settingProposals';

/**
 * What fills an object in which nothing stands yet: a whole setting where the object is one, a whole file where it is
 * the file. Behind a quotation mark a person wants a key.
 */
export function bodyProposals(cursor: Cursor, text: string, file: JsonValue | undefined): Proposal[] {
	const { object, start, end } = cursor;
	const isEmpty = (object.children ?? []).every(child => child.offset >= start && child.offset < end);
	if (!isEmpty || cursor.hasColon || text[start] === '"') return [];
	const isAlone = /\n[ \t]*$/.test(text.slice(Math.max(0, start - 200), start));
	const isLast = /^[ \t]*\r?\n/.test(text.slice(end, end + 200));
	return wholes(object, file).map(proposal => {
		const lines = proposal.snippet.trimEnd().slice(2, -2);
		const body = isAlone ? lines.replace(/^\t/gm, '') : `\n${lines}`;
		// In front of the keys: who opens a brace and asks for more has not decided on a key.
		return { ...proposal, sort: `-${proposal.sort}`, snippet: isLast ? body : `${body}\n` };
	});
}

function wholes(object: Node, file: JsonValue | undefined): readonly Proposal[] {
	if (!object.parent) return newFileProposals();
	const property = object.parent.type === 'array' ? object.parent.parent : undefined;
	const [key, owner]: readonly [unknown, Node | undefined] = [property?.children?.[0]?.value, property?.parent];
	if (!owner || (key !== 'content' && key !== 'template')) return [];
	return settingProposals({ object: owner, key, start: object.offset }, file);
}
