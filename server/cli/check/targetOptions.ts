import { targetSystems } from '../../language/unattend/targetSystem';
import type { Preferences } from '../../workspace/workspace';
import { UsageError } from '../usageError';

const text = { type: 'string' } as const;

/** The options that say what every file is for, over what `xclarity.json` says. */
export const targetOptions = {
	os: text,
	osrelease: text,
	...Object.fromEntries(targetSystems.map(({ option }) => [option, text])),
} as const;

/** `9`, `9.4`, `15-SP3`, `2012r2`, `8.0u2`. */
const release = /^\d{1,4}(?:[ ._-]\d{1,3}|[ ._-]?(?:sp|r|u|update)[ ._-]?\d{1,2})*$/i;

/** The target that the options name. @throws {UsageError} for a system or a release that cannot be one. */
export function targetOf(values: Readonly<Record<string, unknown>>): NonNullable<Preferences['target']> {
	const { os, osrelease } = values;
	const systems = targetSystems.filter(({ option }) => values[option] !== undefined);
	const [system, other] = systems;
	const given = [
		...systems.map(({ option }) => option),
		...['os', 'osrelease'].filter(name => values[name] !== undefined),
	];
	if (other || (system && given.length > 1))
		throw new UsageError(`${given.map(name => `--${name}`).join(' and ')} each name the target: give one of them.`);
	if (system) return { os: system.os, osrelease: checkedRelease(system.option, values[system.option]) };
	return { os: checkedSystem(os), osrelease: checkedRelease('osrelease', osrelease) };
}

function checkedSystem(os: unknown): string | undefined {
	if (typeof os !== 'string') return undefined;
	if (targetSystems.some(({ isNamed }) => isNamed(os))) return os;
	throw new UsageError(`--os takes one of ${targetSystems.map(each => each.os).join(', ')}, not '${os}'.`);
}

function checkedRelease(option: string, value: unknown): string | undefined {
	if (typeof value !== 'string') return undefined;
	if (release.test(value)) return value;
	throw new UsageError(`--${option} takes a release such as 9.4 or 2022, not '${value}'.`);
}
