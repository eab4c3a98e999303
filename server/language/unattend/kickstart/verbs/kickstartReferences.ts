import type { Location, Range, TextEdit } from 'vscode-languageserver-types';
import { t } from '../../../../texts/texts';
import type { UnattendSource } from '../../unattendSource';
import { type NameMention, namesOf } from '../names';
import { partAt, wholeFile } from '../wholeFile';
import { includedFileAt } from './kickstartLinks';

/** Those of included files as well, see `wholeFile`. */
const mentionsIn = (source: UnattendSource): readonly NameMention[] => namesOf(wholeFile(source));

const mentionAt = (mentions: readonly NameMention[], offset: number): NameMention | undefined =>
	mentions.find(({ start, end }) => start <= offset && offset <= end);

function same(source: UnattendSource, offset: number): readonly NameMention[] {
	const mentions = mentionsIn(source);
	const here = mentionAt(mentions, offset);
	if (!here) return [];
	return mentions.filter(({ kind, name, group }) => kind === here.kind && name === here.name && group === here.group);
}

const rangeOf = ({ document }: UnattendSource, { start, end }: NameMention): Range => ({
	start: document.positionAt(start),
	end: document.positionAt(end),
});

function locationOf(source: UnattendSource, { start, end }: NameMention): Location {
	const { document, start: from } = partAt(wholeFile(source), start) ?? { document: source.document, start: 0 };
	return {
		uri: document.uri,
		range: { start: document.positionAt(start - from), end: document.positionAt(end - from) },
	};
}

/** Where the partition, volume group or pool under the cursor is made; on an included file's path, that file. */
export function kickstartDefinition(source: UnattendSource, offset: number): Location[] {
	const file = includedFileAt(source, offset);
	if (file) return [{ uri: file, range: { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } } }];
	return same(source, offset)
		.filter(({ makes }) => makes)
		.map(mention => locationOf(source, mention));
}

/** Every mention of the name under the cursor. */
export const kickstartReferences = (source: UnattendSource, offset: number): Location[] =>
	same(source, offset).map(mention => locationOf(source, mention));

/** The name under the cursor, when it can be renamed. */
export function prepareKickstartRename(source: UnattendSource, offset: number): Range | undefined {
	const here = mentionAt(mentionsIn(source), offset);
	return here && rangeOf(source, here);
}

/** Renames a partition id, a volume group or a pool. @throws {RangeError} when the new name cannot be used there. */
export function renameKickstartName(source: UnattendSource, offset: number, newName: string): TextEdit[] {
	const mentions = same(source, offset);
	const [here] = mentions;
	if (!here) return [];
	const prefix = /^(?:pv|raid|btrfs)\./.exec(here.name)?.[0];
	if (!/^[\w.+-]+$/.test(newName))
		throw new RangeError(t('"{newName}" holds characters that a name here cannot have.', { newName }));
	if (here.kind === 'member' && prefix && !(newName.startsWith(prefix) && newName.length > prefix.length))
		throw new RangeError(t('The name of this partition must begin with "{prefix}".', { prefix }));
	if (mentions.some(({ start }) => start > source.text.length))
		throw new RangeError(
			t('"{here}" is used in an included file as well: rename it there and here by hand.', { here: here.name }),
		);
	return mentions.map(mention => ({ range: rangeOf(source, mention), newText: newName }));
}
