import type { Server } from './server';

const servers = new WeakMap<object, Server>();

/** Remembers on which server something failed. */
export function noteServer(error: unknown, server: Server): void {
	if (typeof error === 'object' && error !== null) servers.set(error, server);
}

/** The server on which this failed, as far as it is known. */
export const serverOf = (error: unknown): Server | undefined =>
	typeof error === 'object' && error !== null ? servers.get(error) : undefined;
