import type { UploadedFile } from '../../server/rest/uploadError';
import { inARow, sentences } from '../../server/texts/inARow';
import { t } from '../../server/texts/texts';
import { plainText } from '../plainText';
import { shownName } from '../view/shownName';

/** Two letters at least: `c:` is a drive. A file that is not saved yet has no folder before its name. */
const isUri = (text: string): boolean => /^(?:[a-z][\w.+-]+:\/|untitled:)/i.test(text);

/** Last part of a URI or a path, to the letter. */
export function lastPart(file: string): string {
	if (!isUri(file)) return file.replace(/^.*[\\/]/, '');
	return decodeURIComponent(file.replace(/[?#].*$/, '').replace(/^(?:.*\/|untitled:)/, ''));
}

/** How people name a file, for a sentence. */
export const fileName = (file: string): string => plainText(lastPart(file));

/** A phrase for each file with errors. */
export function errorCounts(files: readonly { readonly uri: string; readonly errors: number }[]): readonly string[] {
	const wrong = files.filter(({ errors }) => errors > 0);
	return wrong.map(({ uri, errors: count }) => {
		const facts = { count, file: fileName(uri) };
		return count === 1 ? t('1 error in {file}', facts) : t('{count} errors in {file}', facts);
	});
}

/** Why an upload was stopped before anything was sent. */
export const errorsFound = (files: readonly { readonly uri: string; readonly errors: number }[]): string =>
	t('{parts}. Nothing was sent.', { parts: inARow(errorCounts(files)) });

/** A file of an upload as it is on the server, and whether it was there before. */
type ListedFile = UploadedFile & { readonly status?: string };

/** So many files are named with their ids. */
const mostWithId = 3;

const named = (files: readonly ListedFile[]): string =>
	inARow(
		files.map(({ file, id }) =>
			files.length > mostWithId ? fileName(file) : t('{file} (id {id})', { file: fileName(file), id: shownName(id) }),
		),
	);

/** How many of an upload's files name a partner: none, both of two, or some of more. */
function linksOf(files: readonly ListedFile[]): 'none' | 'eachOther' | 'several' {
	const linked = files.filter(({ associatedFileId }) => associatedFileId !== undefined);
	if (files.length < 2 || linked.length === 0) return 'none';
	return files.length === 2 ? 'eachOther' : 'several';
}

/** What an upload has made of the server, with the ids that the server gave. */
export function uploaded(files: readonly ListedFile[], serverName: string): string {
	const there = files.filter(({ status }) => status === 'unchanged' || status === 're-link');
	const sent = files.filter(file => !there.includes(file));
	const links = linksOf(files);
	if (sent.length === 0) return nothingSent(there, serverName, links);
	const facts = { count: sent.length, serverName, sent: named(sent) };
	const first =
		sent.length > mostWithId
			? links === 'none'
				? t('Uploaded {count} files to {serverName}: {sent}.', facts)
				: t('Uploaded {count} files to {serverName}, with their links: {sent}.', facts)
			: links === 'none'
				? t('Uploaded {sent} to {serverName}.', facts)
				: links === 'eachOther'
					? t('Uploaded {sent} to {serverName}, linked with each other.', facts)
					: t('Uploaded {sent} to {serverName}, with their links.', facts);
	return sentences(first, there.length === 0 ? '' : t('Unchanged and skipped: {there}.', { there: named(there) }));
}

function nothingSent(files: readonly ListedFile[], serverName: string, links: ReturnType<typeof linksOf>): string {
	const facts = { there: named(files), serverName };
	const relinked = files.some(({ status }) => status === 're-link');
	if (files.length === 1)
		return relinked
			? t('Only the link was renewed: {there} is already on {serverName}, unchanged.', facts)
			: t('Nothing was sent: {there} is already on {serverName}, unchanged.', facts);
	if (links === 'none')
		return relinked
			? t('Only the link was renewed: {there} are already on {serverName}, unchanged.', facts)
			: t('Nothing was sent: {there} are already on {serverName}, unchanged.', facts);
	if (links === 'eachOther')
		return relinked
			? t('Only the link was renewed: {there} are already on {serverName}, unchanged, linked with each other.', facts)
			: t('Nothing was sent: {there} are already on {serverName}, unchanged, linked with each other.', facts);
	return relinked
		? t('Only the link was renewed: {there} are already on {serverName}, unchanged, with their links.', facts)
		: t('Nothing was sent: {there} are already on {serverName}, unchanged, with their links.', facts);
}

/** What a progress notification says first. */
export function uploading(files: readonly { readonly uri: string }[], serverName: string): string {
	if (files.length > mostWithId)
		return t('Uploading {count} files to {serverName}', { count: files.length, serverName });
	return t('Uploading {files} to {serverName}', { files: inARow(files.map(({ uri }) => fileName(uri))), serverName });
}
