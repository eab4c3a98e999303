import type { MacroReference } from '../../macros/macroReader';
import { type KickstartFile, readKickstart, type Statement } from '../statements/reader';
import type { MacroValue, UnattendSource } from '../unattendSource';
import { hasTemplateMark, isTemplateLine, joinTemplateMarks } from '../values/templateMarks';
import { isSectionName } from './commandTable';
import { type Target, targetOf } from './release';

/** A kickstart file as read once for all checks. */
export interface Reading {
	readonly source: UnattendSource;
	readonly file: KickstartFile;
	readonly target: Target;
	/** Length of the file itself; what lies behind belongs to included files (see `wholeReadingOf`). */
	readonly ownEnd: number;
}

const readings = new WeakMap<UnattendSource, Reading>();

/** Reads a source; the same source is read once. */
export function readingOf(given: UnattendSource): Reading {
	const known = readings.get(given);
	if (known) return known;
	const source = { ...given, masked: joinTemplateMarks(given.masked) };
	const reading = { source, file: readLines(source), target: targetOf(source), ownEnd: source.text.length };
	readings.set(given, reading);
	readings.set(source, reading);
	return reading;
}

/** The lines of a source whose template marks are joined, from an offset on. */
export const readLines = (source: UnattendSource, from = 0): KickstartFile =>
	readKickstart(source.masked, {
		from,
		endTags: true,
		isSection: isSectionName,
		isOpaque: (start, end) =>
			isMacroOnly(source.macros, start, end) ||
			(source.macros.length > 0 && macroAt(source, start) !== undefined) ||
			isTemplateLine(source.masked.slice(start, Math.min(end, start + 40))),
	});

function isMacroOnly(macros: readonly MacroReference[], start: number, end: number): boolean {
	const macro = macros[firstMacroFrom(macros, start)];
	return macro !== undefined && macro.start === start && macro.end === end;
}

/** Index of the first macro that ends after `offset`. */
function firstMacroFrom(macros: readonly MacroReference[], offset: number): number {
	let low = 0;
	let high = macros.length;
	while (low < high) {
		const middle = (low + high) >> 1;
		if ((macros[middle]?.end ?? 0) <= offset) low = middle + 1;
		else high = middle;
	}
	return low;
}

/** The macro that covers `offset`. */
export function macroAt(source: UnattendSource, offset: number): MacroReference | undefined {
	const macro = source.macros[firstMacroFrom(source.macros, offset)];
	return macro && macro.start <= offset ? macro : undefined;
}

/** The macro that is the whole of a stretch. */
function wholeMacro(source: UnattendSource, start: number, end: number): MacroReference | undefined {
	const macro = source.macros[firstMacroFrom(source.macros, start)];
	return macro && macro.start === start && macro.end === end ? macro : undefined;
}

/** True when a macro reaches into a stretch. */
export function holdsMacro({ macros }: UnattendSource, start: number, end: number): boolean {
	const macro = macros[firstMacroFrom(macros, start)];
	return macro !== undefined && macro.start < end;
}

/** True when a stretch holds a macro or a template mark: its final text is not what stands there. */
export const isOpen = (source: UnattendSource, start: number, end: number): boolean =>
	holdsMacro(source, start, end) || hasTemplateMark(source.masked.slice(start, end));

/** What may stand at a place after deployment has put in the macros. */
export interface Possibilities {
	readonly texts: readonly string[];
	/** Set when the texts come through a macro. */
	readonly macro?: MacroReference;
	readonly value?: MacroValue;
	/** Nothing else can come: the text is written there, or the setting allows only these. */
	readonly complete: boolean;
}

/** Every text that a value can have; `undefined` when that is not known. */
export function possibilitiesOf(
	source: UnattendSource,
	value: { readonly text: string; readonly start: number; readonly end: number },
): Possibilities | undefined {
	if (!isOpen(source, value.start, value.end)) return { texts: [value.text], complete: true };
	const macro = wholeMacro(source, value.start, value.end);
	const found = macro && source.valueOf(macro);
	if (!macro || !found) return undefined;
	if (found.choices && found.choices.length > 0) return { texts: found.choices, macro, value: found, complete: true };
	if (found.default !== undefined && found.default !== '')
		return { texts: [found.default], macro, value: found, complete: false };
	return found.type === 'boolean' ? { texts: ['true', 'false'], macro, value: found, complete: false } : undefined;
}

/** Macros for which the appliance is documented to put in script sections only, never commands. */
const sectionMacros: ReadonlySet<string> = new Set([
	'predefined.unattendSettings.preinstallConfig',
	'predefined.unattendSettings.postinstallConfig',
]);

/** True when commands may come from elsewhere: an including or included file, a block macro, a template's mark. */
export const mayComeFromElsewhere = ({ file, source }: Reading): boolean =>
	source.isIncluded === true || file.statements.some(statement => bringsCommands(source, statement));

/** True for a line in whose place commands may come. */
export const bringsCommands = (source: UnattendSource, { kind, start }: Statement): boolean =>
	kind === 'directive' || (kind === 'opaque' && !sectionMacros.has(macroAt(source, start)?.name ?? ''));

/** True when lines of a template language may leave out or repeat the lines between them. */
export const hasTemplateLines = ({ file, source }: Pick<Reading, 'file' | 'source'>): boolean =>
	file.statements.some(({ kind, start }) => kind === 'opaque' && !macroAt(source, start));
