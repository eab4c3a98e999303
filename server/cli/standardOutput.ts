import { fstatSync, writeSync } from 'node:fs';
import type { Output } from './terminal';

/** An output that tells when something cannot be written. */
export interface StandardOutput extends Output {
	on(event: 'error', heard: (error: Error) => void): unknown;
}

/**
 * Standard output (1) or standard error (2). A terminal gets the stream of Node; a file or a pipe does without its
 * modules, which take longer to load than most checks: it is written to as that stream would do it, at once.
 */
export function standardOutput(descriptor: 1 | 2): StandardOutput {
	const stream = (): NodeJS.WriteStream => (descriptor === 1 ? process.stdout : process.stderr);
	if (fstatSync(descriptor).isCharacterDevice()) return stream();
	let refused = (_: Error): void => undefined;
	let instead: NodeJS.WriteStream | undefined;
	return {
		on(_, heard) {
			refused = heard;
		},
		write(text) {
			let left = Buffer.from(text);
			try {
				while (!instead && left.length > 0) left = left.subarray(writeSync(descriptor, left));
			} catch (error) {
				if (!(error instanceof Error) || !('code' in error)) throw error;
				// A pipe that is full and must not wait, one that nobody reads, a full disk: Node knows what to do.
				instead = stream().on('error', refused);
			}
			if (instead && left.length > 0) instead.write(left);
		},
	};
}
