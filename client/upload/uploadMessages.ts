import type { UploadedFile } from '../../server/rest/uploadError';
import { plainText } from '../plainText';

const count = (number: number, one: string): string => `${number} ${one}${number === 1 ? '' : 's'}`;

/** Last part of a path or URI, to the letter. */
export const lastPart = (uri: string): string => decodeURIComponent(uri.replace(/^.*[\\/]/, ''));

/** How people name a file, for a sentence. */
export const fileName = (uri: string): string => plainText(lastPart(uri));

/** Why an upload was stopped before anything was sent. */
export function errorsFound(files: readonly { readonly uri: string; readonly errors: number }[]): string {
	const wrong = files.filter(({ errors }) => errors > 0);
	const parts = wrong.map(({ uri, errors }) => `${count(errors, 'error')} in ${fileName(uri)}`);
	return `${parts.join(' and ')}. Nothing was sent.`;
}

/** A file of an upload as it is on the server, and whether it was there before. */
type ListedFile = UploadedFile & { readonly status?: string };

const named = (files: readonly ListedFile[]): string =>
	files.map(({ file, id }) => `${fileName(file)} (id ${id})`).join(' and ');

/** What an upload has made of the server, with the ids that the server gave. */
export function uploaded(files: readonly ListedFile[], serverName: string): string {
	const there = files.filter(({ status }) => status === 'unchanged' || status === 're-link');
	const sent = files.filter(file => !there.includes(file));
	const linked = files.length > 1 && files.some(({ associatedFileId }) => associatedFileId !== undefined);
	const link = linked ? ', linked with each other' : '';
	if (sent.length === 0) {
		const relinked = there.some(({ status }) => status === 're-link');
		const rest = relinked ? 'Only the link was made anew.' : 'Nothing was sent.';
		return `On ${serverName} already, and unchanged${link}: ${named(there)}. ${rest}`;
	}
	const rest = there.length === 0 ? '' : ` ${named(there)} was there already.`;
	return `Uploaded ${named(sent)} to ${serverName}${link}.${rest}`;
}

/** What a progress notification says first. */
export const uploading = (files: readonly { readonly uri: string }[], serverName: string): string =>
	`Uploading ${files.map(({ uri }) => fileName(uri)).join(' and ')} to ${serverName}`;
