import type { UploadedFile } from '../../server/rest/uploadError';
import { plainText } from '../plainText';
import { shownName } from '../view/shownName';

const count = (number: number, one: string): string => `${number} ${one}${number === 1 ? '' : 's'}`;

/** Last part of a URI, to the letter. */
export const lastPart = (uri: string): string => decodeURIComponent(uri.replace(/^.*[\\/]/, ''));

/** How people name a file, for a sentence. */
export const fileName = (uri: string): string => plainText(lastPart(uri));

/** A phrase for each file with errors. */
export const errorCounts = (files: readonly { readonly uri: string; readonly errors: number }[]): readonly string[] =>
	files.filter(({ errors }) => errors > 0).map(({ uri, errors }) => `${count(errors, 'error')} in ${fileName(uri)}`);

/** Why an upload was stopped before anything was sent. */
export const errorsFound = (files: readonly { readonly uri: string; readonly errors: number }[]): string =>
	`${errorCounts(files).join(' and ')}. Nothing was sent.`;

/** A file of an upload as it is on the server, and whether it was there before. */
type ListedFile = UploadedFile & { readonly status?: string };

/** Phrases in a row, as a sentence has them. */
const inARow = (phrases: readonly string[]): string =>
	phrases.length < 2 ? phrases.join('') : `${phrases.slice(0, -1).join(', ')} and ${phrases.at(-1)}`;

/** So many files are named with their ids. */
const mostWithId = 3;

const named = (files: readonly ListedFile[]): string =>
	inARow(files.map(({ file, id }) => fileName(file) + (files.length > mostWithId ? '' : ` (id ${shownName(id)})`)));

function linkText(files: readonly ListedFile[]): string {
	const linked = files.filter(({ associatedFileId }) => associatedFileId !== undefined);
	if (files.length < 2 || linked.length === 0) return '';
	return files.length === 2 ? ', linked with each other' : ', with their links';
}

/** What an upload has made of the server, with the ids that the server gave. */
export function uploaded(files: readonly ListedFile[], serverName: string): string {
	const there = files.filter(({ status }) => status === 'unchanged' || status === 're-link');
	const sent = files.filter(file => !there.includes(file));
	const link = linkText(files);
	if (sent.length === 0) {
		const relinked = there.some(({ status }) => status === 're-link');
		const what = relinked ? 'Only the link was renewed' : 'Nothing was sent';
		return `${what}: ${named(there)} ${there.length === 1 ? 'is' : 'are'} already on ${serverName}, unchanged${link}.`;
	}
	const rest = there.length === 0 ? '' : ` Unchanged and skipped: ${named(there)}.`;
	if (sent.length > mostWithId) return `Uploaded ${sent.length} files to ${serverName}${link}: ${named(sent)}.${rest}`;
	return `Uploaded ${named(sent)} to ${serverName}${link}.${rest}`;
}

/** What a progress notification says first. */
export function uploading(files: readonly { readonly uri: string }[], serverName: string): string {
	const what = files.length > mostWithId ? `${files.length} files` : inARow(files.map(({ uri }) => fileName(uri)));
	return `Uploading ${what} to ${serverName}`;
}
