import { inARow } from '../../../texts/inARow';
import { t } from '../../../texts/texts';

/** Something that a person wrote and a repaired text does not have. */
export interface LeftOut {
	readonly kind: 'comment' | 'text' | 'request';
	/** The very words. */
	readonly text: string;
}

/** Every run of letters and digits of a text. */
export const wordsOf = (text: string): Set<string> => new Set(text.match(/[\p{L}\p{N}]+/gu) ?? []);

const escapes = /\\(?:u([0-9a-fA-F]{4})|[nrtbf])/g;

/** The words of a JSON text, also those that an escape stands before. */
export function wordsOfJson(text: string): Set<string> {
	const words = wordsOf(text);
	const plain = text.replace(escapes, (_, hex: string | undefined) =>
		hex === undefined ? ' ' : String.fromCharCode(Number.parseInt(hex, 16)),
	);
	if (plain !== text) for (const word of wordsOf(plain)) words.add(word);
	return words;
}

/** Longer texts are named by their beginning in a title; the whole is told where there is room. */
const longestQuoted = 60;

const quoted = (text: string): string => {
	const line = text.replace(/\s+/g, ' ').trim();
	return line.length <= longestQuoted ? `“${line}”` : `“${line.slice(0, longestQuoted - 1)}…”`;
};

/** What is left out as a title says it. */
export function leftOutSentences(leftOut: readonly LeftOut[]): string[] {
	const textsOf = (kind: LeftOut['kind']): string[] =>
		leftOut.filter(left => left.kind === kind && /[\p{L}\p{N}]/u.test(left.text)).map(left => left.text);
	const comments = textsOf('comment');
	const texts = textsOf('text');
	const members = textsOf('request').map(member => /^"([^"]*)"/.exec(member)?.[1] ?? member);
	return [
		...(comments.length === 0
			? []
			: comments.length === 1
				? [t('the comment {comment}', { comment: listed(comments) })]
				: [t('{count} comments: {comments}', { count: comments.length, comments: listed(comments) })]),
		...(texts.length === 0 ? [] : [t('the text {texts}', { texts: listed(texts) })]),
		...(members.length === 0 ? [] : [t('{members} of the request', { members: inARow(members) })]),
	];
}

/** "Repair this file", and what that leaves out. */
export const repairTitle = (leftOut: readonly string[]): string =>
	leftOut.length > 0
		? t('Repair this file (leaves out {things})', { things: leftOut.join(t(', and ')) })
		: t('Repair this file');

const listed = (texts: readonly string[]): string =>
	inARow([
		...texts.slice(0, 3).map(quoted),
		...(texts.length > 3 ? [t('{count} more', { count: texts.length - 3 })] : []),
	]);
