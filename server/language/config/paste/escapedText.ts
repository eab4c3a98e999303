import { t } from '../../../texts/texts';
import type { TextChange } from '../../textChange';
import type { Unwrapper } from './unwrapper';

const meanings: Readonly<Record<string, string>> = {
	n: '\n',
	r: '\r',
	t: '\t',
	'"': '"',
	"'": "'",
	'\\': '\\',
	'/': '/',
};

/** Behind a bracket, with or without line breaks as `\n`, comes a quotation mark with a backslash. */
const beginning = /^\s*(["'`]?)(?:\s|\\+[nrt])*[[{](?:\s|\\+[nrt]|[[{])*\\+"/;

/** Text as programs and logs show it inside a string: `{\"name\": \"a\"}`. */
export const escapedText: Unwrapper = text => {
	const quote = beginning.exec(text)?.[1];
	if (quote === undefined || /[[{,]\s*"/.test(text)) return undefined;
	const changes: TextChange[] = [];
	const opener = quote === '' ? -1 : text.indexOf(quote);
	const closer = text.trimEnd().length - 1;
	const isClosed = opener >= 0 && text[closer] === quote && text[closer - 1] !== '\\';
	if (opener >= 0) changes.push({ start: opener, end: opener + 1, newText: '' });
	for (const { index, 0: written } of text.matchAll(/\\u[0-9a-fA-F]{4}|\\[\s\S]/g)) {
		const newText =
			written.length === 6 ? String.fromCharCode(Number.parseInt(written.slice(2), 16)) : meanings[written[1] ?? ''];
		if (newText !== undefined) changes.push({ start: index, end: index + written.length, newText });
	}
	if (isClosed) changes.push({ start: closer, end: closer + 1, newText: '' });
	const start = text.search(/\S/);
	return { what: t('text escaped as a string'), at: { start, end: Math.min(start + 3, text.length) }, changes };
};
