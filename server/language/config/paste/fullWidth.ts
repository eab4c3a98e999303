import { t } from '../../../texts/texts';
import type { TextChange } from '../../textChange';
import type { Unwrapper } from './unwrapper';

/** Signs as East Asian keyboards write them. */
const signs: Readonly<Record<string, string>> = {
	'｛': '{',
	'｝': '}',
	'［': '[',
	'］': ']',
	'【': '[',
	'】': ']',
	'：': ':',
	'，': ',',
	'、': ',',
	'﹐': ',',
	'；': ',',
	'＂': '"',
	'〝': '"',
	'〞': '"',
	'「': '"',
	'」': '"',
	'『': '"',
	'』': '"',
	'－': '-',
	'．': '.',
};
const digits = /[０-９]/;

/** A string in any quotation marks that closes on its line, or one sign outside. */
const stringOrSign =
	/"(?:[^"\\\r\n]|\\.)*"|“[^”\r\n]*”|'[^'\r\n]*'|[＂〝「『](?:[^＂〞」』\r\n\\]|\\.)*[＂〞」』]|[｛｝［］【】：，、﹐；－．０-９]/g;

/** Brackets, colons, commas and quotation marks in full width. What stands inside strings stays as it is. */
export const fullWidth: Unwrapper = text => {
	if (!/[｛｝［］【】：，、﹐；＂〝〞「」『』－．０-９]/.test(text)) return undefined;
	const changes: TextChange[] = [];
	for (const { index, 0: found } of text.matchAll(stringOrSign)) {
		// Behind a word of a sentence it belongs to the sentence.
		if (/[^\P{L}A-Za-z]\s*$/u.test(text.slice(Math.max(0, index - 20), index))) continue;
		const sign = signs[found[0] ?? ''];
		if (digits.test(found) && found.length === 1) {
			changes.push({ start: index, end: index + 1, newText: String.fromCharCode(found.charCodeAt(0) - 0xfee0) });
		} else if (sign !== undefined) {
			changes.push({ start: index, end: index + 1, newText: sign });
			const end = index + found.length;
			if (found.length > 1) changes.push({ start: end - 1, end, newText: '"' });
		}
	}
	const [first] = changes;
	return first && { what: t('text with full-width signs'), at: { start: first.start, end: first.end }, changes };
};
