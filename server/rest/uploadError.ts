import { either, sentences } from '../texts/inARow';
import { t } from '../texts/texts';
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
	candidates.length === 0 ? file : t('{file} (perhaps as {ids})', { file, ids: either(candidates) });

function remainderText({ remaining, uncertain, part }: Remainder, host: string): string {
	if (remaining.length === 0 && uncertain.length === 0) {
		return part === undefined
			? t('Nothing of this upload is left on {host}.', { host })
			: t('Nothing of {name} is left on {host}.', { name: part, host });
	}
	const left = remaining.map(({ file, id }) => t('{file} as {id}', { file, id }));
	const doubted = uncertain.map(perhaps);
	return sentences(
		left.length === 0 ? '' : t('These are left on {host} and could not be removed: {left}.', { host, left }),
		doubted.length === 0
			? ''
			: t('It is not known whether {host} has these: {doubted}. Look at its list.', { host, doubted }),
	);
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
