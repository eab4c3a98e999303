import { lineStartOf, type Place, placeOnLine } from '../statements/place';
import type { EsxiFile } from './esxiFile';
import { type EsxiCommand, esxiCommands } from './esxiTable';

/** Where a cursor stands. */
export type EsxiPlace = Place<EsxiCommand>;

/** Finds out what an offset points at; `undefined` in comments and behind words that ESXi does not know. */
export function esxiPlaceAt(file: EsxiFile, offset: number): EsxiPlace | undefined {
	const { sections } = file;
	const lineStart = lineStartOf(file.source.text, offset);
	const section = sections.find(({ bodyStart, bodyEnd }) => bodyStart <= offset && offset < bodyEnd);
	const last = sections.at(-1);
	const inside = section ?? (last && last.bodyStart <= offset && lineStart > last.header.start ? last : undefined);
	if (inside) return { kind: 'body', section: inside, lineStart };
	return placeOnLine(file, offset, ({ text }) => esxiCommands().get(text));
}
