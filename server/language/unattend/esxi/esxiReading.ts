import { type KickstartFile, readKickstart } from '../kickstart/reader';
import { macroAt } from '../kickstart/reading';
import { isTemplateLine } from '../kickstart/templateMarks';
import type { UnattendSource } from '../unattendSource';
import { isSectionName } from './esxiTable';

/** An ESXi kickstart file as read once for all verbs. */
export interface EsxiReading {
	readonly source: UnattendSource;
	readonly file: KickstartFile;
	/** Major release that the link names: 7, 8. */
	readonly release: number | undefined;
}

const readings = new WeakMap<UnattendSource, EsxiReading>();

/** Reads a source; the same source is read once. */
export function esxiReading(source: UnattendSource): EsxiReading {
	const known = readings.get(source);
	if (known) return known;
	const file = readKickstart(source.masked, {
		endTags: false,
		isSection: isSectionName,
		isOpaque: (start, end) =>
			(source.macros.length > 0 && macroAt(source, start) !== undefined) ||
			isTemplateLine(source.masked.slice(start, Math.min(end, start + 40))),
	});
	const major = Number.parseInt(/\d+/.exec(source.release ?? '')?.[0] ?? '', 10);
	const reading = { source, file, release: Number.isNaN(major) ? undefined : major };
	readings.set(source, reading);
	return reading;
}

/** Macros for which the appliance puts in script sections only, never commands. */
const sectionMacros: ReadonlySet<string> = new Set([
	'predefined.unattendSettings.preinstallConfig',
	'predefined.unattendSettings.postinstallConfig',
]);

/** True when commands may come from elsewhere: an included file, a block macro, a template's mark. */
export const mayComeFromElsewhere = ({ file, source }: EsxiReading): boolean =>
	file.statements.some(
		({ kind, head, start }) =>
			kind === 'directive' ||
			head.text === 'include' ||
			(kind === 'opaque' && !sectionMacros.has(macroAt(source, start)?.name ?? '')),
	);

/** True when lines of a template language may leave out or repeat the lines between them. */
export const hasTemplateLines = ({ file, source }: EsxiReading): boolean =>
	file.statements.some(({ kind, start }) => kind === 'opaque' && !macroAt(source, start));
