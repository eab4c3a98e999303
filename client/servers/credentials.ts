import { type SecretStorage, window } from 'vscode';
import { t } from '../../server/texts/texts';
import type { Log } from '../log';
import type { Server } from './server';

/**
 * The only place that knows passwords. They live in the editor's secret storage, one for each server id; that of a
 * session server (the simulator) lives in memory.
 */
export interface Credentials {
	/** The kept password, or the one typed now; `undefined` when the person gave none. */
	password(server: Server, reason?: string): Promise<string | undefined>;
	/** True when a password is kept, so that nobody has to be asked. */
	has(serverId: string): Promise<boolean>;
	/** Keeps it, for this session only where there is no secret storage. */
	keep(serverId: string, password: string): Promise<void>;
	/** Keeps it for this session only. */
	keepForSession(serverId: string, password: string): void;
	forget(serverId: string): Promise<void>;
}

const keyOf = (serverId: string): string => `xclarity.password.${serverId}`;

export function createCredentials(secrets: SecretStorage, log: Log): Credentials {
	const session = new Map<string, string>();

	async function ask(server: Server, reason: string | undefined): Promise<string | undefined> {
		const typed = await window.showInputBox({
			title: t('Password for {server}', { server: server.name }),
			prompt: [
				reason,
				t('User {user} on {url}. It is kept in the secret storage of the editor.', {
					user: server.user,
					url: server.url,
				}),
			]
				.filter(Boolean)
				.join(' '),
			password: true,
			ignoreFocusOut: true,
		});
		if (!typed) return undefined;
		await keep(server.id, typed);
		return typed;
	}

	async function keep(serverId: string, typed: string): Promise<void> {
		log.hide(typed);
		try {
			await secrets.store(keyOf(serverId), typed);
		} catch (error) {
			session.set(serverId, typed);
			log.error(`The password could not be kept: ${String(error)}`);
			void window.showWarningMessage(
				t('The secret storage of this machine cannot be used, so the password is kept for this session only.'),
			);
		}
	}

	const kept = async (serverId: string): Promise<string | undefined> => {
		const inMemory = session.get(serverId);
		if (inMemory !== undefined) return inMemory;
		try {
			return await secrets.get(keyOf(serverId));
		} catch (error) {
			// Without a keyring there is nothing kept; that is said when a password is typed and cannot be stored.
			log.error(`The secret storage cannot be read: ${String(error)}`);
			return undefined;
		}
	};

	return {
		async password(server, reason) {
			const known = await kept(server.id);
			if (known === undefined) return ask(server, reason);
			log.hide(known);
			return known;
		},
		has: async serverId => (await kept(serverId)) !== undefined,
		keep,
		keepForSession(serverId, password) {
			log.hide(password);
			session.set(serverId, password);
		},
		async forget(serverId) {
			session.delete(serverId);
			await secrets.delete(keyOf(serverId));
		},
	};
}
