/** A stream that says what became of what was written to it. */
interface Output {
	on(event: 'error', heard: (error: Error) => void): unknown;
	write(text: string): unknown;
}

/**
 * Tells on standard error when something cannot be written, such as to a full disk, and calls `failed` each time. A
 * reader that closes a pipe early (`| head`) is no fault. The command goes on either way: it may be changing an
 * appliance.
 */
export function watchOutput(
	{ stdout, stderr }: { readonly stdout: Output; readonly stderr: Output },
	failed: () => void,
): void {
	let isTold = false;
	const refused = (error: Error): void => {
		if ('code' in error && error.code === 'EPIPE') return;
		failed();
		if (isTold) return;
		isTold = true;
		stderr.write(`xclarity: the output cannot be written: ${error.message}.\n`);
	};
	stdout.on('error', refused);
	stderr.on('error', refused);
}
