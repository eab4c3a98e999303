import { regexTexts } from '../../regex/regexTexts';
import { userRegex } from '../../regex/userRegex';
import type { MacroValue } from '../unattendSource';

/** What a macro can bring. */
export interface MacroTexts {
	readonly texts: readonly string[];
	/**
	 * - `all`: nothing but these;
	 * - `samples`: these stand for many more of their sort;
	 * - `default`: the operator may enter another one.
	 */
	readonly extent: 'all' | 'samples' | 'default';
	/** What it brings when the operator changes nothing. */
	readonly byDefault?: string | undefined;
}

/** More texts than this say nothing certain. */
export const mostTexts = 256;

/** A few numbers stand for all of them, of every magnitude: a place that takes none of them takes no number. */
const wholeNumbers: readonly string[] = [
	...Array.from({ length: 65 }, (_, index) => index),
	...[70, 75, 80, 90, 99, 100, 120, 123, 128, 200, 255, 256, 300, 400, 443, 500, 512, 600, 700, 800, 900, 999],
	...[1000, 1024, 1500, 2000, 2019, 2022, 2048, 3000, 3389, 4000, 4094, 4096, 5000, 6000, 7000, 8000, 8080, 8192],
	...[9000, 9999, 10000, 16384, 20000, 20480, 32768, 40960, 50000, 65535, 65536, 100000, 500000, 1000000],
	...[10000000, 100000000, 1000000000, 4294967296, -1],
].map(String);

const mostOfRegex = 64;

/** The texts of one macro; `undefined` when they are not known. */
export function macroTexts({ type, choices = [], default: offered, regex }: MacroValue): MacroTexts | undefined {
	const byDefault = offered === '' ? undefined : offered;
	const sort = type.toLowerCase();
	if (choices.length > 0) return { texts: choices, extent: 'all', byDefault };
	if (sort === 'boolean') return { texts: ['true', 'false'], extent: 'all', byDefault };
	if (sort === 'integer' || sort === 'number') return { texts: wholeNumbers, extent: 'samples', byDefault };
	const matching = regex === undefined ? undefined : textsOfRegex(regex);
	if (matching && matching.length > 0) return { texts: matching, extent: 'all', byDefault };
	return byDefault === undefined ? undefined : { texts: [byDefault], extent: 'default', byDefault };
}

function textsOfRegex(source: string): readonly string[] | undefined {
	const { parsed } = userRegex(source);
	return parsed.kind === 'regex' && parsed.exact ? regexTexts(parsed.pattern, mostOfRegex) : undefined;
}
