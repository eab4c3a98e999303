import { nearestName } from '../../macros/nearestName';
import type { Option } from './command';

/** What to write in the place of an option that its command does not have; `undefined` when nothing is near. */
export function optionMeant(name: string, options: readonly Option[]): string | undefined {
	const names = options.map(option => option.name);
	const [whole = '', before = ''] = /^([^:]+):/.exec(name) ?? [];
	const beforeColon = names.includes(before) ? before : nearestName(before, names);
	if (before !== '' && beforeColon !== undefined) return `${beforeColon}=${name.slice(whole.length)}`;
	return gluedOption(name, options) ?? nearestName(name, names);
}

/** `--size600`, `--vgname:vg00` and `--firstdisk--overwritevmfs`: the mark or the blank between is missing. */
function gluedOption(name: string, options: readonly Option[]): string | undefined {
	const [option] = options.filter(each => name.startsWith(each.name)).sort((a, b) => b.name.length - a.name.length);
	if (!option) return undefined;
	const rest = name.slice(option.name.length);
	if (options.some(each => each.name === rest)) return `${option.name} ${rest}`;
	if (option.type === 'flag') return undefined;
	const [, value] = /^(?::|(?=\d))(.*)$/.exec(rest) ?? [];
	return value === undefined ? undefined : `${option.name}=${value}`;
}
