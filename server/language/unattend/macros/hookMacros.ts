/** Macros for which the appliance puts in its own work before and after an installation; both are recommended. */
export const hookMacros = [
	'predefined.unattendSettings.preinstallConfig',
	'predefined.unattendSettings.postinstallConfig',
] as const;

export const isHook = (name: string): boolean => hookMacros.some(hook => hook === name);
