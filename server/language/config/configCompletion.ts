import type { Node } from 'jsonc-parser';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { type CompletionItem, CompletionItemKind, InsertTextFormat, type Position } from 'vscode-languageserver-types';
import { translate } from '../../texts/texts';
import { keyProposals } from './completion/keyProposals';
import { newFileTemplates } from './completion/newFileTemplates';
import type { Proposal } from './completion/proposal';
import { settingListProposals, settingProposals } from './completion/settingProposals';
import { valueProposals } from './completion/valueProposals';
import { configDocument } from './configDocument';
import { type Cursor, cursorAt } from './editing/cursor';
import { gradeNote } from './gradeNote';

/** What may be written at the cursor: keys, values, whole settings, or in an empty file a whole file. */
export function configCompletions(document: TextDocument, position: Position): CompletionItem[] {
	const text = document.getText();
	if (text.trim() === '') return newFileItems(document, position);
	const config = configDocument(document);
	const cursor = cursorAt(text, config.tree(), document.offsetAt(position));
	if (!cursor || !isInFile(cursor.object, config.fileNode()) || isBehindStrayQuote(text, cursor)) return [];
	return proposals(cursor, () => config.value).map(proposal => completionItem(document, cursor, proposal));
}

/** A quotation mark too many in front would open a text that swallows what is inserted. */
const isBehindStrayQuote = (text: string, { start, commaAt }: Cursor): boolean =>
	text[start - 1] === '"' && commaAt === undefined;

function proposals(cursor: Cursor, value: () => ReturnType<typeof configDocument>['value']): Proposal[] {
	if (cursor.place === 'key') return keyProposals(cursor);
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
	return newFileTemplates().map(({ label, meaning, snippet, text }, index) => ({
		label,
		kind: CompletionItemKind.File,
		detail: meaning,
		documentation: { kind: 'markdown', value: `\`\`\`json\n${text}\`\`\`` },
		sortText: String(index),
		// The range is blank, and so is what a person has typed when this is chosen from.
		filterText: `${blank}${label}`,
		insertTextFormat: InsertTextFormat.Snippet,
		textEdit: { range, newText: snippet },
	}));
}

/** The edit leaves valid JSON: a comma before when one is missing, one behind when another member follows. */
function completionItem(document: TextDocument, cursor: Cursor, proposal: Proposal): CompletionItem {
	const text = document.getText();
	const { start, end, commaAt, place } = cursor;
	// Two edits at one place have no order: the comma then goes with the text.
	const commaFirst = commaAt === start ? ', ' : '';
	const space = place === 'value' && text[start - 1] === ':' ? ' ' : '';
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
		filterText: text[start] === '"' && !filter.startsWith('"') ? `"${filter}"` : filter,
		insertTextFormat: InsertTextFormat.Snippet,
		textEdit: {
			range: { start: document.positionAt(start), end: document.positionAt(end) },
			newText: `${commaFirst}${space}${proposal.snippet}${comma}`,
		},
		...(meaning ? { detail: meaning } : {}),
		...(documentation ? { documentation: { kind: 'markdown', value: documentation } } : {}),
		...(at === undefined || commaAt === start
			? {}
			: { additionalTextEdits: [{ range: { start: at, end: at }, newText: ',' }] }),
	};
}
