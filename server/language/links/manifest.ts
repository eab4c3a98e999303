import { getNodeValue, type Node, type ParseError, parseTree } from 'jsonc-parser';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { oncePerVersion } from '../oncePerVersion';
import type { SeverityOverrides } from '../rules';

/** A string of a manifest with its place, quotes included. */
export interface ManifestText {
	readonly text: string;
	readonly start: number;
	readonly end: number;
}

/** One entry of `links`, as far as it can be read. */
export interface ManifestLink {
	/** Paths or patterns relative to the manifest's folder. */
	readonly unattend: readonly ManifestText[];
	readonly config: ManifestText | undefined;
	readonly scripts: readonly ManifestText[];
	readonly os?: string | undefined;
	readonly osrelease?: string | undefined;
	readonly description?: string | undefined;
	readonly start: number;
	readonly end: number;
}

/** What an `xclarity.json` says. What cannot be read is left out. */
export interface Manifest {
	readonly links: readonly ManifestLink[];
	readonly rules: SeverityOverrides;
	/** Name of a server in the person's own settings. */
	readonly server?: string | undefined;
}

/** A manifest together with its tree. */
export interface ManifestTree {
	readonly root: Node | undefined;
	readonly errors: readonly ParseError[];
	readonly manifest: Manifest;
}

const empty: Manifest = { links: [], rules: {} };

/** Comments and trailing commas are allowed: people annotate their links. */
export const parseOptions = { allowTrailingComma: true, disallowComments: false };

/** Reads a manifest; once for each version of the document. */
export const readManifest = (document: TextDocument): Manifest => manifestTree(document).manifest;

export const manifestTree = oncePerVersion((document: TextDocument) => parseManifest(document.getText()));

export function parseManifest(text: string): ManifestTree {
	const errors: ParseError[] = [];
	if (isTooDeep(text)) return { root: undefined, errors, manifest: empty };
	const root = parseTree(text.replace(/^\uFEFF/, ' '), errors, parseOptions);
	return { root, errors, manifest: root ? manifestOf(root) : empty };
}

/** A manifest has four levels; the parser would overflow its stack on thousands. */
const deepest = 100;

export function isTooDeep(text: string): boolean {
	let depth = 0;
	for (const [bracket] of text.matchAll(/[[\]{}]/g)) {
		depth += bracket === '[' || bracket === '{' ? 1 : -1;
		if (depth > deepest) return true;
	}
	return false;
}

/** The value of a member; the last one when a key stands twice, as JSON readers do. */
export function member(node: Node | undefined, key: string): Node | undefined {
	if (node?.type !== 'object') return undefined;
	return node.children?.findLast(property => property.children?.[0]?.value === key)?.children?.[1];
}

function manifestOf(root: Node): Manifest {
	const links = member(root, 'links');
	return {
		links: links?.type === 'array' ? (links.children ?? []).filter(({ type }) => type === 'object').map(linkOf) : [],
		rules: rulesOf(member(root, 'rules')),
		server: textOf(member(root, 'server'))?.text,
	};
}

function linkOf(node: Node): ManifestLink {
	const unattend = member(node, 'unattend');
	return {
		unattend: unattend?.type === 'array' ? textsOf(unattend) : [textOf(unattend) ?? []].flat(),
		config: textOf(member(node, 'config')),
		scripts: textsOf(member(node, 'scripts')),
		os: textOf(member(node, 'os'))?.text,
		osrelease: textOf(member(node, 'osrelease'))?.text,
		description: textOf(member(node, 'description'))?.text,
		start: node.offset,
		end: node.offset + node.length,
	};
}

function textOf(node: Node | undefined): ManifestText | undefined {
	if (node?.type !== 'string' || typeof node.value !== 'string' || node.value === '') return undefined;
	return { text: node.value, start: node.offset, end: node.offset + node.length };
}

const textsOf = (node: Node | undefined): ManifestText[] =>
	node?.type === 'array' ? (node.children ?? []).flatMap(child => textOf(child) ?? []) : [];

const severities = ['off', 'hint', 'information', 'warning', 'error'] as const;
type SeverityOrOff = (typeof severities)[number];
const isSeverity = (value: unknown): value is SeverityOrOff => severities.some(severity => severity === value);

function rulesOf(node: Node | undefined): SeverityOverrides {
	const value: unknown = node?.type === 'object' ? getNodeValue(node) : undefined;
	const rules: Record<string, SeverityOrOff> = {};
	for (const [code, severity] of Object.entries(value ?? {})) if (isSeverity(severity)) rules[code] = severity;
	return rules;
}
