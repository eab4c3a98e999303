import type { Node } from 'jsonc-parser';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { type CompletionItem, InsertTextFormat, type Position } from 'vscode-languageserver-types';
import { translate } from '../../texts/texts';
import { nextChoice } from '../snippet';
import { bodyProposals } from './completion/bodyProposals';
import { keyProposals } from './completion/keyProposals';
import { newFileProposals } from './completion/newFileTemplates';
import type { Proposal } from './completion/proposal';
import { settingListProposals, settingProposals } from './completion/settingProposals';
import { valueProposals } from './completion/valueProposals';
import { configDocument } from './configDocument';
import { type Cursor, cursorAt } from './editing/cursor';
import { cursorAtTornBrace } from './editing/tornBrace';
import { gradeNote } from './gradeNote';

/** What may be written at the cursor: keys, values, whole settings, or in an empty file a whole file. */
export function configCompletions(document: TextDocument, position: Position): CompletionItem[] {
	const text = document.getText();
	if (text.trim() === '') return newFileItems(document, position);
	const config = configDocument(document);
	const offset = document.offsetAt(position);
	const torn = cursorAtTornBrace(text, offset);
	const cursor = torn ?? cursorAt(text, config.tree(), offset);
	if (!cursor || !(torn || isInFile(cursor.object, config.fileNode())) || isBehindStrayQuote(text, cursor)) return [];
	return proposals(cursor, text, () => config.value).map(proposal => completionItem(document, cursor, proposal));
}

/** A quotation mark too many in front would open a text that swallows what is inserted. */
const isBehindStrayQuote = (text: string, { start, commaAt }: Cursor): boolean =>
	text[start - 1] === '"' && commaAt === undefined;

type Value = ReturnType<typeof configDocument>['value'];

function proposals(cursor: Cursor, text: string, value: () => Value): Proposal[] {
	if (cursor.place === 'key') return [...bodyProposals(cursor, text, value()), ...keyProposals(cursor)];
	if (cursor.place === 'element') return settingProposals(cursor, value());
	const isList = cursor.key === 'content' || cursor.key === 'template';
	return isList ? settingListProposals(cursor, value()) : valueProposals(cursor);
}

function isInFile(object: Node, file: Node | undefined): boolean {
	for (let node: Node | undefined = object; node; node = node.parent) if (node === file) return true;
	return false;
}

function newFileItems(document: TextDocument, { line }: Position): CompletionItem[] {
	const start = { line, character: 0 };
	const blank = document.getText({ start, end: { line: line + 1, character: 0 } }).replace(/[\r\n]+$/, '');
	const range = { start, end: { line, character: blank.length } };
	return newFileProposals().map(({ label, kind, meaning = '', documentation = '', sort, snippet }) => ({
		label,
		kind,
		detail: meaning,
		documentation: { kind: 'markdown', value: documentation },
		sortText: sort,
		// The range is blank, and so is what a person has typed when this is chosen from.
		filterText: `${blank}${label}`,
		insertTextFormat: InsertTextFormat.Snippet,
		textEdit: { range, newText: snippet },
	}));
}

/** An editor compares it with the text before the cursor, from the first character that is replaced. */
function filterText(first: string | undefined, filter: string): string {
	if (first === '"' && !filter.startsWith('"')) return `"${filter}"`;
	return first === '{' ? `{${filter}` : filter;
}

/** The edit leaves valid JSON: a comma before when one is missing, one behind when another member follows. */
function completionItem(document: TextDocument, cursor: Cursor, proposal: Proposal): CompletionItem {
	const text = document.getText();
	const { start, end, commaAt, place } = cursor;
	// Two edits at one place have no order: the comma then goes with the text.
	const commaFirst = commaAt === start ? ', ' : '';
	const space = /[:,]/.test(text[start - 1] ?? '') ? ' ' : '';
	const blank = /\s/.test(text[end] ?? '') ? '' : ' ';
	const comma = cursor.needsComma && !(place === 'key' && cursor.hasColon) ? `,${blank}` : '';
	const { key } = proposal;
	const meaning = proposal.meaning ?? (key && translate(key.title));
	const documentation = proposal.documentation ?? (key && `${translate(key.markdown)}\n\n${gradeNote(key)}`);
	const filter = proposal.filter ?? proposal.label;
	const at = commaAt === undefined ? undefined : document.positionAt(commaAt);
	return {
		label: proposal.label,
		kind: proposal.kind,
		sortText: proposal.sort,
		filterText: filterText(text[start], filter),
		insertTextFormat: InsertTextFormat.Snippet,
		textEdit: {
			range: { start: document.positionAt(start), end: document.positionAt(end) },
			newText: `${commaFirst}${space}${proposal.snippet}${comma}`,
		},
		...(meaning ? { detail: meaning } : {}),
		...(proposal.offersNext ? { command: nextChoice() } : {}),
		...(documentation ? { documentation: { kind: 'markdown', value: documentation } } : {}),
		...(at === undefined || commaAt === start
			? {}
			: { additionalTextEdits: [{ range: { start: at, end: at }, newText: ',' }] }),
	};
}
