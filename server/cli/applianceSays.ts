import type { ApplianceValues } from '../language/deployment/applianceValues';
import { readDeployValues } from '../rest/deployValues';
import { readLogin, type ServerValues, withLogin } from './serverOptions';
import type { Terminal } from './terminal';

/** An appliance, and what it says of predefined macros. */
export interface ApplianceSays {
	/** As the person has named it. */
	readonly server: string;
	readonly values: ApplianceValues;
}

/**
 * Asks an appliance; `undefined` without one.
 * @throws {UsageError} for a login that is not whole
 * @throws {XClarityError} when it cannot be reached or refuses
 */
export async function applianceSays(
	server: string | undefined,
	values: Omit<ServerValues, 'server'>,
	terminal: Terminal,
): Promise<ApplianceSays | undefined> {
	if (server === undefined) return undefined;
	const login = await readLogin({ ...values, server }, terminal);
	const said = await terminal.uninterrupted(signal =>
		withLogin(login, terminal, client => readDeployValues(client, terminal.note), signal),
	);
	return { server, values: said };
}
