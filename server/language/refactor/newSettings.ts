import type { JsonObject } from '../config/json/jsonNode';

/** A setting to be made, from the macros that name it. */
interface NewSetting {
	readonly name: string;
	/** The highest instance number that is used, on an element of a list. */
	readonly last?: number;
	readonly children: readonly NewSetting[];
}

/**
 * The settings that macro paths ask for. Names below a new group of which one is `x0` and all are `x` with a number
 * are instances of one element; the names of the first level go into `into`, a group or the top-most object, as they are.
 */
export function newSettings(paths: readonly (readonly string[])[]): NewSetting[] {
	return [...byFirst(paths)].map(([name, rest]) => ({ name, children: below(rest) }));
}

function byFirst(paths: readonly (readonly string[])[]): Map<string, (readonly string[])[]> {
	const groups = new Map<string, (readonly string[])[]>();
	for (const [name, ...rest] of paths) {
		if (name === undefined) continue;
		const group = groups.get(name) ?? [];
		group.push(rest);
		groups.set(name, group);
	}
	return groups;
}

function below(paths: readonly (readonly string[])[]): NewSetting[] {
	const inside = paths.filter(path => path.length > 0);
	const parts = inside.map(([name = '']) => /^(.*[A-Za-z_-])(0|[1-9]\d{0,2})$/.exec(name));
	const [, name] = parts[0] ?? [];
	const numbers = parts.flatMap(part => (part !== null && part[1] === name ? [Number(part[2])] : []));
	if (name === undefined || numbers.length < inside.length || !numbers.includes(0)) return newSettings(inside);
	return [{ name, last: Math.max(...new Set(numbers)), children: below(inside.map(path => path.slice(1))) }];
}

/** Where a new setting goes, and what the person already said about it. */
interface Surroundings {
	/** `common` of the setting around it; `undefined` below the top-most object. */
	readonly common: boolean | undefined;
	/** Members of a new value that differ from the usual ones. */
	readonly members?: JsonObject;
}

/** The object of a new setting: a text that the operator has to give, a group or a list. */
export function settingObject(setting: NewSetting, { common, members }: Surroundings): JsonObject {
	const { name, last, children } = setting;
	const [first] = children;
	const own = common ?? !asksPerServer(setting);
	const made: JsonObject = { category: 'dynamic', common: own, name, label: labelOf(name) };
	const element = last === undefined ? {} : { autoCreateInstance: true };
	if (!first) return { ...made, type: 'string', optional: false, ...element, ...members };
	const inside = children.map(child => settingObject(child, { common: own }));
	if (first.last === undefined) return { ...made, type: 'assoc_array', optional: false, ...element, content: inside };
	if (first.children.length > 0) return { ...made, type: 'assoc_array', optional: false, ...element, template: inside };
	const bounds = { minElements: 0, maxElements: Math.max(usualMost, first.last + 1) };
	return { ...made, type: 'array', optional: false, ...element, ...bounds, template: inside };
}

/** As many elements as the vendor's example allows. */
const usualMost = 3;

/** Numbered groups are servers, the way the vendor's example has them; numbered values are lists. */
const asksPerServer = ({ children }: NewSetting): boolean =>
	children.some(child => (child.last !== undefined && child.children.length > 0) || asksPerServer(child));

/** What the operator reads for a name: `ComputerName` becomes "Computer name". */
export function labelOf(name: string): string {
	const words = name
		.replace(/([a-z\d])([A-Z])/g, '$1 $2')
		.split(/[-_\s]+/)
		.filter(word => word !== '')
		.map(word => (/^[A-Z\d]+$/.test(word) ? word : word.toLowerCase()));
	const text = words.join(' ');
	return text === '' ? name : (text[0] ?? '').toUpperCase() + text.slice(1);
}
