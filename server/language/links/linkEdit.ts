import { findNodeAtOffset, type Node } from 'jsonc-parser';
import { insertItem, replaceNode } from './jsonInsert';
import { linksIn, type ManifestLink, member, parseManifest } from './manifest';
import { matchesUnattend, namesConfig, normalPath } from './matching';

/** A link to write; paths are relative to the manifest's folder. */
export interface NewLink {
	readonly unattend: string;
	readonly config: string;
	readonly os?: string | undefined;
	readonly osrelease?: string | undefined;
	readonly description?: string | undefined;
}

/**
 * The text of a manifest with one more link, otherwise as the person wrote it. An entry for the same unattend file
 * gets the new configuration file; an entry for the same configuration file and target gets the unattend file.
 * `undefined` when the text is no manifest that could be edited: it has no object, or does not close its brackets.
 */
export function addLink(manifestText: string | undefined, link: NewLink): string | undefined {
	if (manifestText === undefined || manifestText.trim() === '') return newManifest(link);
	const { root, errors, manifest } = parseManifest(manifestText);
	if (root?.type !== 'object' || errors.length > 0) return undefined;
	const [used] = manifest.links.filter(entry => matchesUnattend(entry, link.unattend));
	if (used && namesConfig(used, link.config) && fitsTarget(used, link)) return manifestText;
	const links = linksIn(root);
	if (!links) return insertItem(manifestText, root, `"links": [${entryText(link)}]`);
	if (links.type !== 'array') return listOf(manifestText, links, link);
	const entries = links.children ?? [];
	const nodeOf = (entry: ManifestLink | undefined) => entries.find(({ offset }) => offset === entry?.start);
	const own = nodeOf(manifest.links.find(entry => namesOnly(entry, link.unattend)));
	if (own) return setMembers(manifestText, own, link);
	const shared = nodeOf(manifest.links.find(entry => namesConfig(entry, link.config) && fitsTarget(entry, link)));
	if (shared && !used) return addUnattend(manifestText, shared, link.unattend);
	// The first match counts: the new entry goes in front of a pattern that covers the file already.
	return insertItem(manifestText, links, entryText(link), nodeOf(used));
}

/** A lone link that is in no list counts, so it stays: in the list, behind the new one. Anything else is no link. */
function listOf(text: string, links: Node, link: NewLink): string {
	const { type, children, offset, length } = links;
	const lone = type === 'object' && children?.length ? `, ${text.slice(offset, offset + length)}` : '';
	return replaceNode(text, links, `[${entryText(link)}${lone}]`);
}

function newManifest(link: NewLink): string {
	return `${JSON.stringify({ links: [entryOf(link)] }, undefined, 2)}\n`;
}

/** Members in the order in which people read them. */
function entryOf({ unattend, config, os, osrelease, description }: NewLink): Record<string, string> {
	return {
		unattend,
		config,
		...(os === undefined ? {} : { os }),
		...(osrelease === undefined ? {} : { osrelease }),
		...(description === undefined ? {} : { description }),
	};
}

/** On one line, as people write a table of links. */
function entryText(link: NewLink): string {
	const members = Object.entries(entryOf(link)).map(([key, value]) => `"${key}": ${JSON.stringify(value)}`);
	return `{ ${members.join(', ')} }`;
}

function setMembers(text: string, entry: Node, link: NewLink): string {
	const { unattend: _same, ...members } = entryOf(link);
	const missing = Object.entries(members).filter(([key]) => member(entry, key) === undefined);
	const added = missing.reduce((changed, [key, value]) => {
		const again = findNodeAtOffset(parseManifest(changed).root ?? entry, entry.offset) ?? entry;
		return insertItem(changed, again, `"${key}": ${JSON.stringify(value)}`);
	}, text);
	const values = Object.entries(members).flatMap(([key, value]) => {
		const node = member(entry, key);
		return node ? [{ node, value }] : [];
	});
	// Values stand in front of added members; from the last to the first, no place moves.
	return values
		.sort((a, b) => b.node.offset - a.node.offset)
		.reduce((changed, { node, value }) => replaceNode(changed, node, JSON.stringify(value)), added);
}

function addUnattend(text: string, entry: Node, path: string): string {
	const unattend = member(entry, 'unattend');
	const item = JSON.stringify(path);
	if (unattend?.type === 'array') return insertItem(text, unattend, item);
	return unattend ? replaceNode(text, unattend, `[${JSON.stringify(unattend.value)}, ${item}]`) : text;
}

const namesOnly = ({ unattend }: ManifestLink, path: string): boolean =>
	unattend.length === 1 && normalPath(unattend[0]?.text ?? '') === path;

/** The entry says nothing else about target and description than the new link does. */
const fitsTarget = (entry: ManifestLink, link: NewLink): boolean =>
	(link.os === undefined || link.os === entry.os) &&
	(link.osrelease === undefined || link.osrelease === entry.osrelease) &&
	(link.description === undefined || link.description === entry.description);
