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

/** A file of which is not known whether the appliance has it. */
export interface UncertainFile {
	/** The path as given, or the name. */
	readonly file: string;
	/** Ids of candidates: ours, or somebody else's. */
	readonly candidates: readonly string[];
}

/** What an upload that failed has left on the appliance. */
export interface Remainder {
	/** Files of this upload that could not be removed again, or were not because somebody has changed them. */
	readonly remaining: readonly UploadedFile[];
	readonly uncertain: readonly UncertainFile[];
	/** What was taken back, where that is not the whole upload. */
	readonly part?: string | undefined;
}

const perhaps = ({ file, candidates }: UncertainFile): string =>
	candidates.length === 0 ? file : `${file} (perhaps as ${candidates.join(' or ')})`;

function remainderText({ remaining, uncertain, part = 'this upload' }: Remainder, host: string): string {
	if (remaining.length === 0 && uncertain.length === 0) return `Nothing of ${part} is left on ${host}.`;
	const left = remaining.map(({ file, id }) => `${file} as ${id}`).join(', ');
	return [
		left === '' ? '' : `These are left on ${host} and could not be removed: ${left}.`,
		uncertain.length === 0
			? ''
			: `It is not known whether ${host} has these: ${uncertain.map(perhaps).join(', ')}. Look at its list.`,
	]
		.filter(part => part !== '')
		.join(' ');
}

/** An upload that did not succeed, or was cancelled; it tells what is left. `cause` is what went wrong first. */
export class UploadError extends XClarityError implements Remainder {
	readonly remaining: readonly UploadedFile[];
	readonly uncertain: readonly UncertainFile[];
	readonly part: string | undefined;

	constructor(cause: XClarityError, remainder: Remainder, host: string) {
		const { kind, status, method, path, messages, trustProblem } = cause;
		super(`${cause.message} ${remainderText(remainder, host)}`, {
			kind,
			status,
			method,
			path,
			messages,
			trustProblem,
			cause,
		});
		this.name = 'UploadError';
		this.remaining = remainder.remaining;
		this.uncertain = remainder.uncertain;
		this.part = remainder.part;
	}
}
