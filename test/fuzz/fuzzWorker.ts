import { parentPort, workerData } from 'node:worker_threads';
import { fuzz } from './fuzz';

interface Order {
	/** Two counters, of inputs and of bytes, and the text that is tried now. */
	readonly shared: SharedArrayBuffer;
	readonly inputs: number;
	readonly perRound: number;
	readonly seed: number;
}

const { shared, inputs, perRound, seed } = workerData as Order;
const count = new Int32Array(shared, 0, 2);
const bytes = new Uint8Array(shared, 8);
const encoder = new TextEncoder();

let slowest = 0;
let began = performance.now();
let tried = 0;
for (let done = 0, round = 0; done < inputs; round++) {
	const faults = fuzz({
		inputs: Math.min(perRound, inputs - done),
		seed: seed + round,
		before: (_, text) => {
			const now = performance.now();
			slowest = Math.max(slowest, now - began);
			began = now;
			Atomics.store(count, 1, encoder.encodeInto(text, bytes).written);
			Atomics.add(count, 0, 1);
		},
	});
	const given = Math.min(perRound, inputs - done);
	done += given;
	tried += given - faults.reduce((sum, { untried }) => sum + untried, 0);
	parentPort?.postMessage({ faults, tried, slowest });
}
