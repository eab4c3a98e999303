import { t } from '../../server/texts/texts';

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

const list = (label: string, names: readonly string[]): readonly string[] =>
	names.length === 0 ? [] : [`${label}: ${names.map(name => `#${name}#`).join(', ')}`];

/** What an appliance thinks of a file, in one sentence, and what differs from what we read, a line each. */
export function checkMessage({ file, server, faults, difference }: CheckResult): {
	readonly message: string;
	readonly lines: readonly string[];
} {
	if (faults > 0) return { message: faultsFound({ server, faults, file }), lines: [] };
	const { told, onlyAppliance, onlyOurs } = difference;
	if (told === 0)
		return { message: t('{server} found nothing wrong in {file}, and listed no macros.', { server, file }), lines: [] };
	const lines = [
		...list(t('Macros that only {server} finds in {file}', { server, file }), onlyAppliance),
		...list(t('Macros expected in {file} that {server} does not find', { file, server }), onlyOurs),
	];
	const facts = { server, file, told };
	const message =
		lines.length === 0
			? t('{server} found nothing wrong in {file}; its macros are as expected ({told}).', facts)
			: t('{server} found nothing wrong in {file}; its macros differ from the expected ones ({told}).', facts);
	return { message, lines };
}

const faultsFound = (facts: Pick<CheckResult, 'server' | 'faults' | 'file'>): string =>
	facts.faults === 1
		? t('{server} found 1 fault in {file}.', facts)
		: t('{server} found {faults} faults in {file}.', facts);
