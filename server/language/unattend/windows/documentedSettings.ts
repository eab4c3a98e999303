import table from '../../../../schemas/windows-settings.json';
import type { SettingFacts } from './windowsTable';

/** Names to what stands there; the empty name is the group's own entry. */
interface Group {
	readonly [names: string]: Group | string;
}

const components: Readonly<Record<string, Group>> = table.components;

/** The settings of a component that Microsoft's reference lists, by path below the component. */
export function documentedSettings(
	component: string,
	passes: readonly string[],
): ReadonlyMap<string, SettingFacts> | undefined {
	const top = Object.hasOwn(components, component) ? components[component] : undefined;
	if (top === undefined) return undefined;
	const settings = new Map<string, SettingFacts>();
	readGroup(top, { path: '', passes }, settings);
	return settings;
}

interface Inherited {
	readonly path: string;
	readonly passes: readonly string[];
}

/** Groups are nested as deep as the table, so calling itself is safe. */
function readGroup(group: Group, { path, passes }: Inherited, settings: Map<string, SettingFacts>): void {
	for (const [names, entry] of Object.entries(group)) {
		if (names === '') continue;
		for (const name of names.split(' ')) {
			const below = path === '' ? name : `${path}/${name}`;
			const own = typeof entry === 'string' ? entry : (entry[''] ?? '');
			const facts = factsOf(typeof own === 'string' ? own : '', passes);
			settings.set(below, typeof entry === 'string' ? facts : { ...facts, type: 'group' });
			if (typeof entry !== 'string') readGroup(entry, { path: below, passes: facts.passes ?? passes }, settings);
		}
	}
}

const types: readonly string[] = ['boolean', 'integer', 'group'] satisfies SettingFacts['type'][];
const isType = (word: string): word is SettingFacts['type'] => types.includes(word);

/** Words of an entry that are no values. */
const marks = /^(?:item|keyed|filled|max\d+)$/;

function factsOf(entry: string, inherited: readonly string[]): SettingFacts {
	const [before = '', after] = entry.split('@');
	const words = before.trim().split(' ').filter(Boolean);
	const word = words.find(each => !marks.test(each)) ?? '';
	const range = /^(\d+)\.\.(\d*)$/.exec(word);
	const max = words.find(each => /^max\d/.test(each));
	return {
		type: range ? 'integer' : isType(word) ? word : 'string',
		...(range ? { range: { least: Number(range[1]), most: Number(range[2] || Number.POSITIVE_INFINITY) } } : {}),
		...(words.includes('item') ? { item: true } : {}),
		...(words.includes('keyed') ? { keyed: true } : {}),
		...(words.includes('filled') ? { filled: true } : {}),
		...(max === undefined ? {} : { max: Number(max.slice(3)) }),
		...(word.includes('|') ? { values: word.split('|') } : {}),
		passes: after === undefined ? inherited : after.trim().split(' '),
	};
}
