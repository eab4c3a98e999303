import { bringsCommands, macroAt } from '../kickstart/reading';
import { type KickstartFile, readKickstart } from '../statements/reader';
import type { UnattendSource } from '../unattendSource';
import { isTemplateLine } from '../values/templateMarks';
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

/** True when commands may come from elsewhere: an included file, a block macro, a template's mark. */
export const mayComeFromElsewhere = ({ file, source }: EsxiReading): boolean =>
	file.statements.some(statement => statement.head.text === 'include' || bringsCommands(source, statement));
