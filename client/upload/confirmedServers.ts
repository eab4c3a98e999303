import type { Memento } from 'vscode';
import type { Server } from '../servers/server';

/** Servers for which the person does not want to see a plan that replaces nothing. */
export interface ConfirmedServers {
	has(server: Server): boolean;
	add(server: Server): Promise<void>;
}

const key = 'xclarity.confirmedServers';

/** By address: an entry of the settings that now leads elsewhere is another server. */
export function createConfirmedServers(memory: Pick<Memento, 'get' | 'update'>): ConfirmedServers {
	const all = (): readonly string[] => memory.get(key, []);
	return {
		has: ({ url }) => all().includes(url),
		add: async ({ url }) => memory.update(key, [...new Set([...all(), url])]),
	};
}
