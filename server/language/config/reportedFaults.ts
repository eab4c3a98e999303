import type { Node } from 'jsonc-parser';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { Diagnostic } from 'vscode-languageserver-types';
import { type Problem, problem, toDiagnostics } from '../problem';
import type { SeverityOverrides } from '../rules';
import type { Span } from '../span';
import { configDocument } from './configDocument';
import { childOf, nodeAt, nodeAtOffset, pathOf } from './json/jsonNode';

/** A fault as an appliance reports it: the form of its place is not documented, so several are understood. */
export interface ReportedFault {
	readonly text: string;
	/** A JSON pointer, a dotted path of keys and indexes, or the names of settings down to the one meant. */
	readonly path?: string | undefined;
	/** Counted from 1. */
	readonly line?: number | undefined;
}

/** What an appliance said about a document. */
interface FaultReport {
	readonly faults: readonly ReportedFault[];
	/** The text in which its lines count: a validator that was sent JSON never saw the person's own lines. */
	readonly countedIn: string;
}

/** The appliance's report as diagnostics at the places that it names; one without a place stands at the file's start. */
export function faultDiagnostics(
	document: TextDocument,
	report: FaultReport,
	severities: SeverityOverrides,
): Diagnostic[] {
	const counted =
		report.countedIn === document.getText() ? document : TextDocument.create('counted:/', '', 0, report.countedIn);
	return toDiagnostics(
		document,
		report.faults.map(fault => faultProblem(document, fault, counted)),
		severities,
	);
}

function faultProblem(document: TextDocument, { text, path, line }: ReportedFault, counted: TextDocument): Problem {
	const node = path === undefined ? undefined : nodeOf(document, path);
	const place = node ? onOneLine(document, node) : placeOfLine(document, counted, line ?? 1);
	return problem('appliance-refused', place, { text });
}

/** A line of the text that the appliance saw, as a place in the person's text. */
function placeOfLine(document: TextDocument, counted: TextDocument, line: number): Span {
	if (counted === document) return lineOf(document, line);
	const seen = nodeAtOffset(configDocument(counted).tree(), lineOf(counted, line).start);
	const node = seen && nodeAt(configDocument(document).fileNode(), pathOf(seen));
	return node ? onOneLine(document, node) : lineOf(document, 1);
}

const onOneLine = (document: TextDocument, node: Node): Span => ({
	start: node.offset,
	end: node.offset + Math.min(node.length, lineRest(document, node)),
});

function nodeOf(document: TextDocument, path: string): Node | undefined {
	const config = configDocument(document);
	const steps = path
		.replace(/^[#$]?[/.]?/, '')
		.replace(/\[(\d+)\]/g, '.$1')
		.split(/[/.]/)
		.filter(step => step !== '');
	const asKeys = steps.map(step => (/^\d+$/.test(step) ? Number(step) : step));
	return nodeAt(config.fileNode(), asKeys) ?? nodeAt(config.tree(), asKeys) ?? settingOf(config.fileNode(), steps);
}

/** Follows names of settings; the top-most name may be there or not, and instances may be numbered. */
function settingOf(root: Node | undefined, names: readonly string[]): Node | undefined {
	let node = root;
	for (const [position, name] of names.entries()) {
		if (position === 0 && childOf(root, 'name')?.value === name) continue;
		const inner = ['content', 'template'].flatMap(key => childOf(node, key)?.children ?? []);
		const bare = name.replace(/\d+$/, '');
		node =
			inner.find(child => childOf(child, 'name')?.value === name) ??
			inner.find(child => childOf(child, 'name')?.value === bare);
		if (!node) return undefined;
	}
	return node === root && names.length === 0 ? undefined : node && (childOf(node, 'name') ?? node);
}

const lineRest = (document: TextDocument, node: Node): number => {
	const { line } = document.positionAt(node.offset);
	return lineOf(document, line + 1).end - node.offset;
};

/** The text of a line without indentation and line break. */
function lineOf(document: TextDocument, line: number): Span {
	const at = Math.min(line, document.lineCount) - 1;
	const from = document.offsetAt({ line: at, character: 0 });
	const text = document.getText({ start: { line: at, character: 0 }, end: { line: at + 1, character: 0 } });
	const start = from + (text.length - text.trimStart().length);
	return { start: Math.min(start, from + text.trimEnd().length), end: from + text.trimEnd().length };
}
