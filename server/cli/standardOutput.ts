import { fstatSync, writeSync } from 'node:fs';
import type { Output } from './terminal';

/**
 * Standard output (1) or standard error (2). A terminal gets the stream of Node; a file or a pipe does without its
 * modules, which take longer to load than most checks: it is written to as that stream would do it, at once.
 */
export function standardOutput(descriptor: 1 | 2): Output {
	if (fstatSync(descriptor).isCharacterDevice()) return streamOf(descriptor);
	let stream: NodeJS.WriteStream | undefined;
	return {
		write(text) {
			let left = Buffer.from(text);
			try {
				while (!stream && left.length > 0) left = left.subarray(writeSync(descriptor, left));
			} catch (error) {
				if (!(error instanceof Error) || !('code' in error)) throw error;
				// A pipe that is full and that somebody has told not to wait, or one that nobody reads: Node knows what to do.
				stream = streamOf(descriptor);
			}
			if (stream && left.length > 0) stream.write(left);
		},
	};
}

function streamOf(descriptor: 1 | 2): NodeJS.WriteStream {
	if (descriptor === 2) return process.stderr;
	return process.stdout.on('error', endWithReader);
}

/** A reader that closes the pipe early (`| head`) is no fault. */
function endWithReader(error: Error): void {
	if ('code' in error && error.code === 'EPIPE') process.exit(process.exitCode ?? 0);
	throw error;
}
