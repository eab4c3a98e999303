import { english, t } from '../../../texts/texts';
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
	/** What samples are samples of, as sentences call it. */
	readonly sort?: string | undefined;
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

/** Texts of each shape, of every kind that a place might tell apart. */
const shapes: Readonly<Record<string, { readonly sort: string; readonly texts: readonly string[] }>> = {
	address: {
		sort: english('an IP address'),
		texts: ['10.0.0.5', '192.168.10.20', '172.16.0.1', '203.0.113.7', 'fd00::5', '2001:db8::1'],
	},
	netmask: {
		sort: english('a network mask'),
		texts: ['255.255.255.0', '255.255.0.0', '255.0.0.0', '255.255.255.128', '255.255.254.0'],
	},
	macAddress: {
		sort: english('a MAC address'),
		texts: ['00:1a:2b:3c:4d:5e', '00:1A:2B:3C:4D:5E', '00-1A-2B-3C-4D-5E', '001A2B3C4D5E', '001a2b3c4d5e', 'AUTO'],
	},
	hostName: {
		sort: english('a host name'),
		texts: ['server1', 'web-01', 'db', 'a', 'NODE7', 'esx01.example.net', 'host.lab.example.com'],
	},
	uuid: {
		sort: 'a UUID',
		texts: ['0a1b2c3d-4e5f-6071-8293-a4b5c6d7e8f9', '0A1B2C3D4E5F60718293A4B5C6D7E8F9'],
	},
	url: { sort: english('a web address'), texts: ['https://10.0.0.1/osdeploy/status', 'http://lxca.example.net/repo/'] },
	folder: { sort: english('the path of a folder'), texts: ['/opt/lxca', '/home/lxca/data', 'C:\\lxca'] },
};

const mostOfRegex = 64;

/** The texts of one macro; `undefined` when they are not known. */
export function macroTexts({
	type,
	shape = '',
	choices = [],
	default: offered,
	regex,
}: MacroValue): MacroTexts | undefined {
	const byDefault = offered === '' ? undefined : offered;
	const sort = type.toLowerCase();
	if (choices.length > 0) return { texts: choices, extent: 'all', byDefault };
	if (sort === 'boolean') return { texts: ['true', 'false'], extent: 'all', byDefault };
	const shaped = shapes[shape];
	if (shaped) return { ...shaped, extent: 'samples' };
	if (sort === 'integer' || sort === 'number') {
		return { texts: wholeNumbers, extent: 'samples', sort: t('a whole number'), byDefault };
	}
	const matching = regex === undefined ? undefined : textsOfRegex(regex);
	if (matching && matching.length > 0) return { texts: matching, extent: 'all', byDefault };
	return byDefault === undefined ? undefined : { texts: [byDefault], extent: 'default', byDefault };
}

function textsOfRegex(source: string): readonly string[] | undefined {
	const { parsed } = userRegex(source);
	return parsed.kind === 'regex' && parsed.exact ? regexTexts(parsed.pattern, mostOfRegex) : undefined;
}
