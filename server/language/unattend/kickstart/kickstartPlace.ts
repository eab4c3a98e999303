import { lineStartOf, type Place, placeOnLine } from '../statements/place';
import { isOpen } from '../statements/statementFile';
import { commandOf, type KickstartCommand } from './commandTable';
import type { KickstartFile } from './kickstartFile';

/** Where a cursor stands. */
export type KickstartPlace = Place<KickstartCommand>;

/** Finds out what an offset points at. */
export function kickstartPlaceAt(file: KickstartFile, offset: number): KickstartPlace | undefined {
	const { source, sections, target } = file;
	const section = sections.find(
		({ bodyStart, bodyEnd, endTag }) => bodyStart <= offset && offset <= (endTag?.head.end ?? bodyEnd),
	);
	if (section) return { kind: 'body', section, lineStart: lineStartOf(source.text, offset) };
	return placeOnLine(file, offset, ({ text, start, end }) =>
		isOpen(source, start, end) ? undefined : commandOf(text, target.release),
	);
}
