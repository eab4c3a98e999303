/** A file from which the work on it did not come back. */
export class GivenUp extends Error {
	/** URI of the file that was read then, which may be another one than the one that was asked about. */
	readonly uri: string;

	constructor(uri: string) {
		super(`Reading ${uri} took so long that it was given up.`);
		this.uri = uri;
	}
}
