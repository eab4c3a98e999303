import { lineStartOf, type Place, placeOnLine } from '../statements/place';
import { isOpen } from '../statements/statementReading';
import { commandOf, type KickstartCommand } from './commandTable';
import type { Reading } from './reading';

/** Where a cursor stands. */
export type KickstartPlace = Place<KickstartCommand>;

/** Finds out what an offset points at. */
export function kickstartPlaceAt(reading: Reading, offset: number): KickstartPlace | undefined {
	const { source, file, target } = reading;
	const section = file.sections.find(
		({ bodyStart, bodyEnd, endTag }) => bodyStart <= offset && offset < (endTag ? bodyEnd : bodyEnd + 1),
	);
	if (section) return { kind: 'body', section, lineStart: lineStartOf(source.text, offset) };
	return placeOnLine(reading, offset, ({ text, start, end }) =>
		isOpen(source, start, end) ? undefined : commandOf(text, target.release),
	);
}
