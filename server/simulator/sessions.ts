import { randomBytes, randomUUID } from 'node:crypto';
import type { User } from './users';

export interface Session {
	readonly id: string;
	readonly csrf: string;
	readonly user: User;
	readonly address: string;
	/** Milliseconds since 1970. */
	readonly created: number;
	lastAccessed: number;
}

/** Minutes, as the vendor's page sets it. */
export const inactivityTimeout = 1440;

/** The open sessions; they end with the process. */
export interface Sessions {
	open(user: User, address: string, now: number): Session;
	/** The session with this id, unless it has been idle for too long. */
	find(id: string | undefined, now: number): Session | undefined;
	/** True when there was one to end. */
	end(id: string): boolean;
	ofUser(name: string, now: number): Session[];
	all(now: number): Session[];
}

export function createSessions(): Sessions {
	const open = new Map<string, Session>();
	const all = (now: number): Session[] => {
		for (const { id, lastAccessed } of open.values()) {
			if (now - lastAccessed > inactivityTimeout * 60_000) open.delete(id);
		}
		return [...open.values()];
	};
	return {
		open(user, address, now) {
			const session: Session = {
				id: randomUUID(),
				csrf: randomBytes(16).toString('hex'),
				user,
				address,
				created: now,
				lastAccessed: now,
			};
			open.set(session.id, session);
			return session;
		},
		find: (id, now) => all(now).find(session => session.id === id),
		end: id => open.delete(id),
		ofUser: (name, now) => all(now).filter(({ user }) => user.name === name),
		all,
	};
}
