/** One cell of the matrix: a scenario on an appliance of a dialect, with what goes wrong and what somebody else does. */
export interface Cell {
	readonly scenario: string;
	readonly dialect: string;
	/** A fault as the simulator reads it, or `ctrl-c#N` or `kill#N`; `undefined`: nothing goes wrong. */
	readonly fault: string | undefined;
	/** `NAME@before#N` or `NAME@after#N`, see `theirActs`; `undefined`: nobody else is there. */
	readonly act: string | undefined;
}

const none = '-';

/** The cell as one word, for `npm run matrix -- --cell`. */
export const cellId = ({ scenario, dialect, fault = none, act = none }: Cell): string =>
	[scenario, dialect, fault.replaceAll(' ', '_'), act].join(',');

/** @throws {RangeError} for a text that is no such word. */
export function parseCell(id: string): Cell {
	const [scenario, dialect, fault, act, ...rest] = id.split(',');
	if (scenario === undefined || dialect === undefined || rest.length > 0) {
		throw new RangeError(`‘${id}’ is no cell; write SCENARIO,DIALECT,FAULT,ACT with - for none.`);
	}
	const given = (part: string | undefined): string | undefined =>
		part === undefined || part === none ? undefined : part;
	return { scenario, dialect, fault: given(fault)?.replaceAll('_', ' '), act: given(act) };
}
