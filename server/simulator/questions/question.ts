/** Public pages and client code that a switch stands on; the short names are explained in docs/simulator.md. */
type Source = string;

interface Choice<Values extends readonly string[]> {
	readonly values: Values;
	readonly question: string;
	readonly source: Source;
}

interface Amount {
	readonly values: 'number';
	readonly preset: number;
	readonly question: string;
	readonly source: Source;
}

/** The first value is the default. */
export const choice = <const Values extends readonly [string, ...string[]]>(
	values: Values,
	question: string,
	source: Source,
): Choice<Values> => ({ values, question, source });

export const amount = (preset: number, question: string, source: Source): Amount => ({
	values: 'number',
	preset,
	question,
	source,
});
