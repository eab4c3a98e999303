import { XClarityError } from './xclarityError';

/** A file that is on the appliance now. */
export interface UploadedFile {
	/** The path as given, or the name. */
	readonly file: string;
	readonly imageType: 'CONFIG' | 'UNATTEND';
	readonly id: string;
	readonly associatedFileId?: string;
	readonly jobId?: string;
}

/** What an upload that failed has left on the appliance. */
export interface Remainder {
	/** Files of this upload that could not be removed again. */
	readonly remaining: readonly UploadedFile[];
	/** Files, by path or name, of which is not known whether the appliance has them. */
	readonly uncertain: readonly string[];
}

function remainderText({ remaining, uncertain }: Remainder, host: string): string {
	if (remaining.length === 0 && uncertain.length === 0) return `Nothing of this upload is left on ${host}.`;
	const left = remaining.map(({ file, id }) => `${file} as ${id}`).join(', ');
	return [
		left === '' ? '' : `These are left on ${host} and could not be removed: ${left}.`,
		uncertain.length === 0
			? ''
			: `It is not known whether ${host} has these: ${uncertain.join(', ')}. Look at its list.`,
	]
		.filter(part => part !== '')
		.join(' ');
}

/** An upload that did not succeed, or was cancelled; it tells what is left. `cause` is what went wrong first. */
export class UploadError extends XClarityError implements Remainder {
	readonly remaining: readonly UploadedFile[];
	readonly uncertain: readonly string[];

	constructor(cause: XClarityError, remainder: Remainder, host: string) {
		const { kind, status, method, path, messages, trustProblem } = cause;
		super(`${cause.message} ${remainderText(remainder, host)}`, {
			...{ kind, status, method, path, messages, trustProblem },
			cause,
		});
		this.name = 'UploadError';
		this.remaining = remainder.remaining;
		this.uncertain = remainder.uncertain;
	}
}
