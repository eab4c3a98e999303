import { dialectSwitches } from '../../server/simulator/dialects';
import { parseSwitch, resolveSwitches, type Switches } from '../../server/simulator/switches';

/** A name for the simulator without a dialect: every switch as it is preset. */
export const plainName = 'plain';

/** What the simulator is started with, and what it then is. */
export interface NamedAppliance {
	readonly options: { readonly dialect?: string; readonly switches: Partial<Switches> };
	readonly switches: Switches;
}

/**
 * The appliance of a name: a dialect, or `plain`, and switches that it has set otherwise, as in
 * `gateway+list-modified=iso+association=one`.
 * @throws {RangeError} for a dialect, a switch or a value that there is not.
 */
export function applianceNamed(text: string): NamedAppliance {
	const [name = '', ...settings] = text.split('+');
	const given = Object.fromEntries(settings.map(parseSwitch)) as Partial<Switches>;
	const dialect = name === plainName ? undefined : name;
	const switches = resolveSwitches({ ...dialectSwitches(dialect), ...given });
	return { options: { ...(dialect === undefined ? {} : { dialect }), switches: given }, switches };
}
