import { nearestName } from '../../macros/nearestName';

/** Macros for which the appliance puts in its own work before and after an installation; both are recommended. */
export const hookMacros = [
	'predefined.unattendSettings.preinstallConfig',
	'predefined.unattendSettings.postinstallConfig',
] as const;

export const isHook = (name: string): boolean => hookMacros.some(hook => hook === name);

const lastName = (path: string): string => path.slice(path.lastIndexOf('.') + 1);

/** The hook macro that a name is, or is a misspelling of: a flaw of a macro is reported at the macro. */
export function meantHook(name: string): string | undefined {
	if (isHook(name)) return name;
	const last = lastName(name);
	const exact = hookMacros.find(hook => lastName(hook) === last);
	const nearest = exact ?? nearestName(last, hookMacros.map(lastName));
	return hookMacros.find(hook => hook === nearest || lastName(hook) === nearest);
}
