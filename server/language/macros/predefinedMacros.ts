import list from '../../../schemas/predefined-macros.json';
import { oncePerVersion } from '../oncePerVersion';
import type { Grade } from '../rules/rule';
import { nearestName } from './nearestName';

/** One predefined macro, as listed in schemas/predefined-macros.json or by a connected appliance. */
export interface PredefinedMacro {
	/** With the leading `predefined.`, without hashes. */
	readonly name: string;
	readonly type: string;
	/** What its text looks like, such as an address; see schemas/predefined-macros.schema.json. */
	readonly shape?: string | undefined;
	readonly grade: Grade;
	readonly summary: string;
	readonly values?: readonly string[] | undefined;
	/** Operating systems it makes sense for; absent: all. */
	readonly os?: readonly string[] | undefined;
	/** Page, interface or program that shows it. */
	readonly source?: string | undefined;
}

/** The predefined macros known here, by name. */
export type PredefinedMacros = ReadonlyMap<string, PredefinedMacro>;

const listed: PredefinedMacros = byName(list.macros as readonly PredefinedMacro[]);
const extended = oncePerVersion((ofAppliance: readonly PredefinedMacro[]) =>
	byName([...ofAppliance, ...listed.values()]),
);

/** Our list, and what a connected appliance adds to it; our words win over the appliance's bare names. */
export const predefinedMacros = (ofAppliance: readonly PredefinedMacro[]): PredefinedMacros =>
	ofAppliance.length === 0 ? listed : extended(ofAppliance);

export const isPredefined = (name: string): boolean => name === 'predefined' || name.startsWith('predefined.');

/** The macro of that name. An entry of a list may be numbered: `credentials0` is looked up as `credentials`. */
export function findPredefined(macros: PredefinedMacros, name: string): PredefinedMacro | undefined {
	return macros.get(name) ?? macros.get(name.replace(/(\.(?:credentials|networkSettings))\d+(?=\.|$)/, '$1'));
}

/** The macros one level below `parent`, in list order. */
export function predefinedChildren(macros: PredefinedMacros, parent: string): PredefinedMacro[] {
	const prefix = `${parent}.`;
	return [...macros.values()].filter(({ name }) => name.startsWith(prefix) && !name.slice(prefix.length).includes('.'));
}

/** Why a predefined macro is not known: its group is not, or only the name in it. */
interface UnknownPredefined {
	readonly kind: 'group' | 'name';
	readonly nearest: string | undefined;
}

export function explainUnknownPredefined(macros: PredefinedMacros, name: string): UnknownPredefined {
	const [, group = ''] = name.split('.');
	return {
		kind: macros.has(`predefined.${group}`) ? 'name' : 'group',
		nearest: nearestPredefined(macros, name),
	};
}

function nearestPredefined(macros: PredefinedMacros, name: string): string | undefined {
	const last = name.slice(name.lastIndexOf('.') + 1).toLowerCase();
	const sameLast = [...macros.keys()].filter(known => known.slice(known.lastIndexOf('.') + 1).toLowerCase() === last);
	if (sameLast.length === 1) return sameLast[0];
	const siblings = predefinedChildren(macros, name.slice(0, name.lastIndexOf('.'))).map(known => known.name);
	const names = siblings.length > 0 ? siblings : [...macros.keys()];
	const offset = siblings.length > 0 ? name.lastIndexOf('.') + 1 : 'predefined.'.length;
	const nearest = nearestName(
		name.slice(offset),
		names.map(known => known.slice(offset)).filter(rest => rest !== ''),
	);
	return nearest === undefined ? undefined : name.slice(0, offset) + nearest;
}

function byName(macros: readonly PredefinedMacro[]): PredefinedMacros {
	return new Map(macros.map(macro => [macro.name, macro]));
}
