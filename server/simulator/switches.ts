import { switchTable } from './switchTable';

export type SwitchName = keyof typeof switchTable;

type ValueOf<Row> = Row extends { readonly values: readonly (infer Value)[] } ? Value : number;

/** How each open question is answered. */
export type Switches = { readonly [Name in SwitchName]: ValueOf<(typeof switchTable)[Name]> };

/** A switch as `--set` and the documentation show it. */
export interface SwitchDescription {
	readonly name: SwitchName;
	/** `undefined`: any whole number from 0. */
	readonly values: readonly string[] | undefined;
	readonly preset: string;
	readonly question: string;
	readonly source: string;
}

const names = Object.keys(switchTable) as SwitchName[];

/** Every switch, in the order of the documentation. */
export const describeSwitches = (): SwitchDescription[] =>
	names.map(name => {
		const row = switchTable[name];
		return {
			name,
			values: row.values === 'number' ? undefined : row.values,
			preset: row.values === 'number' ? String(row.preset) : row.values[0],
			question: row.question,
			source: row.source,
		};
	});

const isName = (text: string): text is SwitchName => Object.hasOwn(switchTable, text);

/** One setting of a switch that is known to be right. */
export type SwitchSetting = readonly [SwitchName, string | number];

/**
 * Reads `SWITCH=VALUE`.
 * @throws {RangeError} with a sentence that names the switches or the values there are.
 */
export function parseSwitch(text: string): SwitchSetting {
	const [name = '', ...rest] = text.split('=');
	return checkSwitch(name, rest.join('='));
}

function checkSwitch(name: string, value: string): SwitchSetting {
	if (!isName(name)) {
		throw new RangeError(`The simulator has no switch ‘${name}’. There are: ${names.join(', ')}.`);
	}
	const { values } = switchTable[name];
	if (values === 'number') {
		if (!/^\d{1,9}$/.test(value)) throw new RangeError(`Give ‘${name}’ a whole number, as in ${name}=20.`);
		return [name, Number(value)];
	}
	if (!values.some(known => known === value)) {
		throw new RangeError(`Give ‘${name}’ one of these values: ${values.join(', ')}.`);
	}
	return [name, value];
}

/**
 * All switches, the given ones as given and the rest at their defaults.
 * @throws {RangeError} for what `parseSwitch` would refuse.
 */
export function resolveSwitches(given: Partial<Switches> | Readonly<Record<string, string | number>> = {}): Switches {
	const presets = describeSwitches().map(({ name, values, preset }) => [name, values ? preset : Number(preset)]);
	const checked = Object.entries(given).map(([name, value]) => checkSwitch(name, String(value)));
	return Object.fromEntries([...presets, ...checked]) as Switches;
}
