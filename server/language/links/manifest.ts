import { getNodeValue, type Node, type ParseError, parseTree } from 'jsonc-parser';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import schema from '../../../schemas/xclarity.schema.json';
import { nearestName } from '../macros/nearestName';
import { oncePerVersion } from '../oncePerVersion';
import type { SeverityOverrides } from '../rules';
import { isGlob } from './matching';

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
	/** The first pattern of links, or of `ignore`, that is one too many; it and all behind it are left out. */
	readonly tooMany?: ManifestText | undefined;
	readonly rules: SeverityOverrides;
	/** Patterns, as `.gitignore` writes them, of what a check of a folder leaves out. */
	readonly ignore: readonly string[];
	/** Name of a server in the person's own settings. */
	readonly server?: string | undefined;
}

/** A manifest together with its tree. */
export interface ManifestTree {
	readonly root: Node | undefined;
	readonly errors: readonly ParseError[];
	readonly manifest: Manifest;
}

const empty: Manifest = { links: [], rules: {}, ignore: [] };

/** Comments and trailing commas are allowed: people annotate their links. */
export const parseOptions = { allowTrailingComma: true, disallowComments: false };

/** Reads a manifest; once for each version of the document. */
export const readManifest = (document: TextDocument): Manifest => manifestTree(document).manifest;

export const manifestTree = oncePerVersion((document: TextDocument) => parseManifest(document.getText()));

export function parseManifest(text: string): ManifestTree {
	const errors: ParseError[] = [];
	if (isTooDeep(text)) return { root: undefined, errors, manifest: empty };
	const root = parseTree(text.replace(/^\uFEFF/, ' '), errors, parseOptions);
	return { root, errors, manifest: root ? manifestOf(root, text) : empty };
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

/** The value of a member, also of one whose key is misspelt: that is one report, and hides nothing. */
function meant(node: Node | undefined, key: string, keys: readonly string[]): Node | undefined {
	const exact = member(node, key);
	if (exact || node?.type !== 'object') return exact;
	return node.children?.find(({ children }) => meantKey(String(children?.[0]?.value), keys) === key)?.children?.[1];
}

/** What people call the files of a link. */
const otherNames: Readonly<Record<string, string>> = {
	files: 'unattend',
	file: 'unattend',
	unattended: 'unattend',
	kickstart: 'unattend',
	answerfile: 'unattend',
	settings: 'config',
	configuration: 'config',
	json: 'config',
	release: 'osrelease',
	osversion: 'osrelease',
	osver: 'osrelease',
	distro: 'os',
	operatingsystem: 'os',
	version: 'osrelease',
	system: 'os',
	script: 'scripts',
};

/** The key that an unknown one is like, or stands for. */
export function meantKey(key: string, keys: readonly string[]): string | undefined {
	if (keys.includes(key)) return undefined;
	const other = otherNames[key.toLowerCase()];
	return other !== undefined && keys.includes(other) ? other : nearestName(key, keys);
}

const topKeys = Object.keys(schema.properties);
const linkKeys = Object.keys(schema.$defs.link.properties);

/** What holds the links of a manifest, also under a key that is misspelt. */
export const linksIn = (root: Node | undefined): Node | undefined => meant(root, 'links', topKeys);

/** Patterns of all links, and of `ignore`: each is held against thousands of files, and people write a few dozen. */
export const mostPatterns = 1000;

/** The links as far as their patterns are not too many. */
function moderate(links: readonly ManifestLink[]): Pick<Manifest, 'links' | 'tooMany'> {
	const patterns = links.flatMap(({ unattend, scripts }) =>
		[...unattend, ...scripts].filter(({ text }) => isGlob(text)),
	);
	if (patterns.length <= mostPatterns) return { links };
	const taken = new Set(patterns.slice(0, mostPatterns));
	const isTaken = (pattern: ManifestText): boolean => !isGlob(pattern.text) || taken.has(pattern);
	return {
		links: links.map(link => ({
			...link,
			unattend: link.unattend.filter(isTaken),
			scripts: link.scripts.filter(isTaken),
		})),
		tooMany: patterns[mostPatterns],
	};
}

/** A list around the file, or none around its only link, is one report and changes nothing of what is meant. */
function manifestOf(node: Node, text: string): Manifest {
	const root = node.type === 'array' && node.children?.length === 1 ? node.children[0] : node;
	const links = linksIn(root);
	const entries =
		links?.type === 'object' && links.children?.length
			? [links]
			: links?.type === 'array'
				? (links.children ?? [])
				: [];
	const { tooMany, ...linked } = moderate(
		entries.filter(({ type }) => type === 'object').map(link => linkOf(link, text)),
	);
	const ignore = textsOf(member(root, 'ignore'));
	return {
		...linked,
		tooMany: tooMany ?? ignore[mostPatterns],
		ignore: ignore.slice(0, mostPatterns).map(({ text }) => text),
		rules: rulesOf(member(root, 'rules')),
		server: textOf(member(root, 'server'))?.text,
	};
}

function linkOf(node: Node, text: string): ManifestLink {
	const at = (key: string): Node | undefined => meant(node, key, linkKeys);
	const unattend = at('unattend');
	return {
		unattend: unattend?.type === 'array' ? textsOf(unattend) : [textOf(unattend) ?? []].flat(),
		config: textOf(at('config')),
		scripts: textsOf(at('scripts')),
		os: textOf(at('os'))?.text,
		osrelease: releaseOf(at('osrelease'), text),
		description: textOf(at('description'))?.text,
		start: node.offset,
		end: node.offset + node.length,
	};
}

/** A release without its quotes reads as it is written: 9.10 is no number. */
const releaseOf = (node: Node | undefined, text: string): string | undefined =>
	node?.type === 'number' ? text.slice(node.offset, node.offset + node.length) : textOf(node)?.text;

function textOf(node: Node | undefined): ManifestText | undefined {
	if (node?.type !== 'string' || typeof node.value !== 'string' || node.value.trim() === '') return undefined;
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
