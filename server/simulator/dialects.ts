import data from './dialects.json';
import { resolveSwitches, type Switches } from './switches';

/** A set of answers to the open questions under a name: one appliance that could be, as far as the sources tell. */
export interface ApplianceDialect {
	readonly name: string;
	readonly summary: string;
	readonly switches: Switches;
}

type DialectRow = { readonly summary: string; readonly switches: Readonly<Record<string, string | number>> };

const rows: ReadonlyMap<string, DialectRow> = new Map(Object.entries(data));

/** Every dialect, in the order of the data file. */
export const describeDialects = (): ApplianceDialect[] =>
	[...rows].map(([name, { summary, switches }]) => ({ name, summary, switches: resolveSwitches(switches) }));

/**
 * The switches that the dialect sets; none without a name.
 * @throws {RangeError} with a sentence that names the dialects there are.
 */
export function dialectSwitches(name: string | undefined): Readonly<Record<string, string | number>> {
	if (name === undefined) return {};
	const row = rows.get(name);
	if (!row) throw new RangeError(`The simulator has no dialect ‘${name}’. There are: ${[...rows.keys()].join(', ')}.`);
	return row.switches;
}
