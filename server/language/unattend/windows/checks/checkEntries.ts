import { type Problem, problem } from '../../../problem';
import type { Span } from '../../../span';
import type { UnattendSource } from '../../unattendSource';
import type { XmlElement } from '../../xml/parse/xmlNode';
import { childNamed, textPlace } from '../../xml/parse/xmlTree';
import { attributePlace, onlyText, onlyTextAt } from '../../xml/xmlPlace';

/** The settings that tell the entries of a list apart, besides their Order and their key. */
const identities: Readonly<Record<string, readonly string[]>> = {
	Disk: ['DiskID'],
	ModifyPartition: ['PartitionID', 'Letter'],
	LocalAccount: ['Name'],
	Interface: ['Identifier'],
	DomainAccountList: ['Domain'],
};

/** Entries of one list are told apart by their Order, their key, and what they are about. */
export function checkEntries(source: UnattendSource, entries: readonly XmlElement[]): Problem[] {
	const problems: Problem[] = [];
	if (entries.length < 2) return [];
	const seen = new Set<string>();
	for (const entry of entries) {
		const name = entry.localName;
		for (const { key, text, place } of identitiesOf(source, entry)) {
			const value = text?.trim() ?? '';
			if (value === '') continue;
			const mark = `${name} ${key} ${value.toLowerCase()}`;
			const isRepeated = seen.has(mark);
			seen.add(mark);
			if (!isRepeated) continue;
			if (key === 'Order') problems.push(problem('windows-order-repeated', place, { name, order: value }));
			else problems.push(problem('windows-entry-repeated', place, { name, key, value }));
		}
	}
	return problems;
}

interface Identity {
	readonly key: string;
	readonly text: string | undefined;
	readonly place: Span;
}

function identitiesOf(source: UnattendSource, entry: XmlElement): Identity[] {
	const found: Identity[] = [];
	const own = Object.hasOwn(identities, entry.localName) ? identities[entry.localName] : undefined;
	for (const key of ['Order', ...(own ?? [])]) {
		const child = childNamed(entry, key);
		if (child) found.push({ key, text: onlyText(source, child), place: textPlace(child) });
	}
	for (const attribute of entry.attributes) {
		if (attribute.localName !== 'keyValue' || attribute.prefix === undefined) continue;
		const place = attributePlace(attribute);
		found.push({ key: attribute.name, text: onlyTextAt(source, place), place });
	}
	return found;
}
