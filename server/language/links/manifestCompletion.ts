import { getLocation, type Location, type Node } from 'jsonc-parser';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import {
	type CompletionItem,
	CompletionItemKind,
	InsertTextFormat,
	type Position,
	type Range,
} from 'vscode-languageserver-types';
import { t, translate } from '../../texts/texts';
import type { Context } from '../language';
import { rules } from '../rules';
import type { Rule } from '../rules/rule';
import { escapeSnippet, nextChoice } from '../snippet';
import { type ApplianceSystem, listedReleases } from './applianceSystem';
import { isTooDeep, type ManifestTree, manifestTree, member } from './manifest';
import {
	knownReleases,
	knownSystems,
	type ManifestKey,
	manifestKeys,
	releasesOfSystem,
	severityNames,
} from './manifestKeys';

/** A cursor in a manifest. */
interface Cursor {
	readonly document: TextDocument;
	readonly text: string;
	readonly offset: number;
	readonly path: readonly (string | number)[];
	/** The text in quotes that is being replaced, when the cursor is in one. */
	readonly previous: Node | undefined;
	readonly tree: ManifestTree;
}

/** What is around the manifest: paths of files, and the systems that appliances list. */
type Around = Pick<Context, 'files' | 'applianceSystems'>;

/** Keys, paths of files that exist, operating systems, rules and severities, by place. */
export function completeManifest(document: TextDocument, offset: number, around: Around): CompletionItem[] {
	const text = document.getText();
	if (isTooDeep(text)) return [];
	if (text.trim() === '') return [wholeManifest(document, document.positionAt(offset), around)];
	const { path, previousNode, isAtPropertyKey } = locationAt(text, offset);
	const previous = ['string', 'property'].includes(previousNode?.type ?? '') ? previousNode : undefined;
	const cursor: Cursor = { document, text, offset, path, previous, tree: manifestTree(document) };
	return isAtPropertyKey ? keyItems(cursor, around) : valueItems(cursor, around);
}

type KeyOrValue = Pick<Location, 'path' | 'isAtPropertyKey'> & { readonly previousNode?: Node | undefined };

/** Where the cursor is; behind a member without its comma as though the comma were there. */
function locationAt(text: string, offset: number): KeyOrValue {
	const location = getLocation(text, offset);
	const before = text.slice(0, offset).replace(/\s*"?[\w$-]*$/, '');
	if (location.isAtPropertyKey || !/["\]}\w]$/.test(before)) return location;
	const withComma = getLocation(`${before},${text.slice(before.length)}`, offset + 1);
	if (!withComma.isAtPropertyKey) return location;
	const { path, previousNode } = withComma;
	const word = previousNode && { ...previousNode, offset: previousNode.offset - 1 };
	return { path, previousNode: word, isAtPropertyKey: true };
}

/** Whether there is something to choose from where the value of a key is to be written. */
function isProposed(key: string, { files }: Around): boolean {
	if (key === 'unattend') return files.some(isUnattendPath);
	if (key === 'config') return files.some(isConfigPath);
	return key === 'links' || key === 'os' || key === 'osrelease';
}

function keyItems(cursor: Cursor, around: Around): CompletionItem[] {
	const parent = cursor.path.slice(0, -1);
	const present = keysAt(cursor, parent);
	if (parent.length === 1 && parent[0] === 'rules') {
		return Object.entries<Rule>(rules)
			.filter(([code]) => !present.has(code))
			.map(([label, { title }]) => keyItem(cursor, { label, documentation: title, snippet: '"$1"', offersNext: true }));
	}
	return manifestKeys(parent)
		.filter(({ name }) => !present.has(name))
		.map((key, order) => ({
			...keyItem(cursor, {
				label: key.name,
				documentation: translate(key.description),
				snippet: snippetOf(key),
				offersNext: isProposed(key.name, around),
			}),
			sortText: `${key.required ? 0 : 1}${String(order).padStart(2, '0')}`,
		}));
}

const snippetOf = ({ value }: ManifestKey): string =>
	value === 'list' ? '[$1]' : value === 'object' ? '{$1}' : '"$1"';

function nodeAt({ tree }: Cursor, path: readonly (string | number)[]): Node | undefined {
	let node = tree.root;
	for (const part of path) {
		node =
			typeof part === 'number'
				? node?.children?.[part]
				: node?.children?.find(({ children }) => children?.[0]?.value === part)?.children?.[1];
	}
	return node;
}

function keysAt(cursor: Cursor, path: readonly (string | number)[]): ReadonlySet<string> {
	const { offset, previous } = cursor;
	const node = nodeAt(cursor, path);
	const keys = (node?.type === 'object' ? (node.children ?? []) : []).flatMap(({ children }) => children?.[0] ?? []);
	return new Set(
		keys
			.filter(key => !(previous && key.offset <= offset && offset <= key.offset + key.length))
			.map(key => String(key.value)),
	);
}

interface KeyOffer {
	readonly label: string;
	readonly documentation: string;
	/** What stands behind the colon. */
	readonly snippet: string;
	/** There is something to choose from there. */
	readonly offersNext: boolean;
}

function keyItem(cursor: Cursor, { label, documentation, snippet, offersNext }: KeyOffer): CompletionItem {
	const { range, end } = replaced(cursor);
	const rest = cursor.text.slice(end, end + 200);
	const hasColon = /^\s*:/.test(rest);
	const comma = !hasColon && /^\s*["{[]/.test(rest) ? ',' : '';
	const at = missingComma(cursor, range);
	// Two edits at one place have no order: the comma then goes with the text.
	const isBeside = at !== undefined && cursor.document.offsetAt(at) === cursor.document.offsetAt(range.start);
	const isBehindComma = cursor.text[cursor.document.offsetAt(range.start) - 1] === ',';
	const text = hasColon ? `"${label}"` : `"${escapeSnippet(label)}": ${snippet}${comma}`;
	return {
		label,
		kind: CompletionItemKind.Property,
		documentation,
		filterText: `"${label}"`,
		insertTextFormat: InsertTextFormat.Snippet,
		...(offersNext && !hasColon ? { command: nextChoice() } : {}),
		textEdit: { range, newText: `${isBeside ? ', ' : isBehindComma ? ' ' : ''}${text}` },
		...(at && !isBeside ? { additionalTextEdits: [{ range: { start: at, end: at }, newText: ',' }] } : {}),
	};
}

/** Where the comma behind the member before belongs, when the person has not typed it. */
function missingComma({ document, text }: Cursor, { start }: Range): Position | undefined {
	const before = text.slice(0, document.offsetAt(start)).trimEnd();
	return /["\]}\w]$/.test(before) ? document.positionAt(before.length) : undefined;
}

function valueItems(cursor: Cursor, { files, applianceSystems: systems = [] }: Around): CompletionItem[] {
	const [first, , key] = cursor.path;
	if (first === 'rules' && cursor.path.length === 2) {
		return severityNames.map(name => valueItem(cursor, name, CompletionItemKind.EnumMember));
	}
	if (first !== 'links') return [];
	if (key === undefined) return cursor.previous ? [] : linkItem(cursor, files);
	const offer = (names: readonly string[], kind: CompletionItemKind) =>
		names.map(name => valueItem(cursor, name, kind));
	if (key === 'config') return offer(files.filter(isConfigPath), CompletionItemKind.File);
	if (key === 'unattend') return offer(files.filter(isUnattendPath), CompletionItemKind.File);
	if (key === 'scripts') return offer(files.filter(isScriptPath), CompletionItemKind.File);
	if (key === 'os') return systemItems(cursor, systems);
	return key === 'osrelease' ? releaseItems(cursor, systems) : [];
}

/** A link with the files that there are; tab stops are at both paths. */
function linkSnippet(files: readonly string[]): string {
	const unattend = files.find(isUnattendPath) ?? 'ks.cfg';
	const config = files.find(isConfigPath) ?? 'site.xclarity.json';
	const quoted = (stop: number, path: string): string =>
		`"\${${stop}:${escapeSnippet(JSON.stringify(path).slice(1, -1))}}"`;
	return `{ "unattend": ${quoted(1, unattend)}, "config": ${quoted(2, config)} }`;
}

/** A whole link where one can stand; the list that holds it comes along where it is missing. */
function linkItem(cursor: Cursor, files: readonly string[]): CompletionItem[] {
	const [, index] = cursor.path;
	const { range, end } = replaced(cursor);
	const before = cursor.text.slice(0, cursor.document.offsetAt(range.start)).trimEnd();
	const isElement = typeof index === 'number';
	if (!isElement && !before.endsWith(':')) return [];
	const comma = isElement && /^\s*[{"]/.test(cursor.text.slice(end, end + 200)) ? ', ' : '';
	const snippet = linkSnippet(files);
	return [
		{
			label: 'link',
			kind: CompletionItemKind.Snippet,
			detail: t('An unattend file and its configuration-settings file'),
			insertTextFormat: InsertTextFormat.Snippet,
			textEdit: {
				range,
				newText: isElement ? `${/[}"]$/.test(before) ? ', ' : ''}${snippet}${comma}` : `[${snippet}]`,
			},
		},
	];
}

function wholeManifest(document: TextDocument, { line }: Position, { files }: Around): CompletionItem {
	const start = { line, character: 0 };
	const blank = document.getText({ start, end: { line: line + 1, character: 0 } }).replace(/[\r\n]+$/, '');
	const range = { start, end: { line, character: blank.length } };
	return {
		label: 'links',
		kind: CompletionItemKind.File,
		detail: t('Which unattend file belongs to which configuration-settings file'),
		filterText: `${blank}links`,
		insertTextFormat: InsertTextFormat.Snippet,
		textEdit: { range, newText: `{\n\t"links": [\n\t\t${linkSnippet(files)}\n\t]\n}\n` },
	};
}

/** Those of the appliance first, in its order; then the others that are known to exist. */
function systemItems(cursor: Cursor, systems: readonly ApplianceSystem[]): CompletionItem[] {
	const names = new Map(systems.map(({ os, name }) => [os, name]));
	return inOrder(cursor, [...new Set([...names.keys(), ...knownSystems])]).map(item => {
		const name = names.get(item.label);
		return name === undefined ? item : { ...item, detail: name };
	});
}

/**
 * The releases that the appliance lists for the system of the same link; without such a list those of the system that
 * are known, and without a system all of them.
 */
function releaseItems(cursor: Cursor, systems: readonly ApplianceSystem[]): CompletionItem[] {
	const os: unknown = member(nodeAt(cursor, cursor.path.slice(0, 2)), 'os')?.value;
	const listed = typeof os === 'string' ? listedReleases(systems, os) : undefined;
	if (listed) return inOrder(cursor, listed);
	if (typeof os === 'string' && Object.hasOwn(releasesOfSystem, os)) return inOrder(cursor, releasesOfSystem[os] ?? []);
	const all = os === undefined ? systems.flatMap(({ unattendReleases }) => unattendReleases) : [];
	return inOrder(cursor, [...new Set([...all, ...knownReleases])]);
}

const inOrder = (cursor: Cursor, names: readonly string[]): CompletionItem[] =>
	names.map((name, order) => ({
		...valueItem(cursor, name, CompletionItemKind.Value),
		sortText: String(order).padStart(4, '0'),
	}));

const isConfigPath = (path: string): boolean => path.endsWith('.json') && !/(?:^|\/)xclarity\.json$/.test(path);
const isUnattendPath = (path: string): boolean => /\.(?:ks|cfg|xml|conf|txt)$|(?:^|\/)[^./]+$/i.test(path);
const isScriptPath = (path: string): boolean => /\.(?:sh|pl|pm|py|cmd|ps1)$/i.test(path);

function valueItem(cursor: Cursor, value: string, kind: CompletionItemKind): CompletionItem {
	const text = JSON.stringify(value);
	const { range, end } = replaced(cursor);
	const comma = /^\s*["{[]/.test(cursor.text.slice(end, end + 200)) ? ',' : '';
	return { label: value, kind, filterText: text, textEdit: { range, newText: text + comma } };
}

/** The text in quotes around the cursor, or the bare word in front of it. */
function replaced({ document, text, offset, previous }: Cursor): { readonly range: Range; readonly end: number } {
	let start = offset;
	let end = offset;
	if (previous && previous.offset <= offset && offset <= previous.offset + previous.length) {
		start = previous.offset;
		end = Math.max(offset, previous.offset + previous.length);
	} else while (start > 0 && offset - start < 100 && /[\w-]/.test(text[start - 1] ?? '')) start--;
	return { range: { start: document.positionAt(start), end: document.positionAt(end) }, end };
}
