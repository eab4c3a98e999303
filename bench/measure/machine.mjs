import os from 'node:os';
import { peerVersions } from './peers.mjs';

/** Where and when figures come about. */
export function machine() {
	return {
		date: new Date().toISOString().slice(0, 10),
		processor: os.cpus()[0]?.model ?? 'unknown processor',
		cores: os.availableParallelism(),
		memory: os.totalmem(),
		node: process.versions.node,
		system: `${os.type()} ${os.arch()}`,
		/** Programs that wanted a core, on average of the last minute: more than a few make figures large. */
		load: os.loadavg()[0],
		peers: peerVersions,
	};
}
