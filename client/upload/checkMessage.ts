/** Macros that only one side sees, without hashes. */
export interface MacroDifference {
	readonly onlyAppliance: readonly string[];
	readonly onlyOurs: readonly string[];
	/** How many macros the appliance told of. */
	readonly told: number;
}

export function macroDifference(appliance: readonly string[], ours: readonly string[]): MacroDifference {
	const theirs = new Set(appliance);
	const own = new Set(ours);
	return {
		onlyAppliance: [...theirs].filter(name => !own.has(name)),
		onlyOurs: [...own].filter(name => !theirs.has(name)),
		told: theirs.size,
	};
}

export interface CheckResult {
	readonly file: string;
	readonly server: string;
	readonly faults: number;
	readonly difference: MacroDifference;
}

const count = (number: number, one: string): string => `${number} ${one}${number === 1 ? '' : 's'}`;

const list = (label: string, names: readonly string[]): readonly string[] =>
	names.length === 0 ? [] : [`${label}: ${names.map(name => `#${name}#`).join(', ')}`];

/** What an appliance thinks of a file, in one sentence, and what differs from what we read, a line each. */
export function checkMessage({ file, server, faults, difference }: CheckResult): {
	readonly message: string;
	readonly lines: readonly string[];
} {
	if (faults > 0) return { message: `${server} found ${count(faults, 'fault')} in ${file}.`, lines: [] };
	const { told, onlyAppliance, onlyOurs } = difference;
	if (told === 0) return { message: `${server} found nothing wrong in ${file}, and listed no macros.`, lines: [] };
	const lines = [
		...list(`Macros that only ${server} finds in ${file}`, onlyAppliance),
		...list(`Macros expected in ${file} that ${server} does not find`, onlyOurs),
	];
	const agrees = lines.length === 0 ? 'its macros are as expected' : 'its macros differ from the expected ones';
	return { message: `${server} found nothing wrong in ${file}; ${agrees} (${told}).`, lines };
}
