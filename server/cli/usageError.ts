/** The command line asks for something that does not exist or lacks something; exit code 2. */
export class UsageError extends Error {
	override readonly name = 'UsageError';
}
