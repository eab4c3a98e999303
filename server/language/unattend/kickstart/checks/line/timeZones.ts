const verdicts = new Map<string, boolean>();

/** True for the names of the IANA time zone database, aliases included. */
export function isTimeZone(name: string): boolean {
	const known = verdicts.get(name);
	if (known !== undefined) return known;
	// An engine without time zone data knows none; then nothing can be said.
	const verdict = engineKnows(name) || !engineKnows('Europe/Berlin');
	if (verdicts.size > 1000) verdicts.clear();
	verdicts.set(name, verdict);
	return verdict;
}

function engineKnows(name: string): boolean {
	if (!/^[A-Za-z]/.test(name)) return false;
	try {
		return new Intl.DateTimeFormat('en', { timeZone: name }) !== undefined;
	} catch (error) {
		if (error instanceof RangeError) return false;
		throw error;
	}
}

/** Names to propose. */
export const timeZones = (): readonly string[] => ['UTC', 'Etc/UTC', ...Intl.supportedValuesOf('timeZone')];
