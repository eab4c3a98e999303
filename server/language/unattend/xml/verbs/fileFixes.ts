import { t } from '../../../../texts/texts';
import type { Problem } from '../../../problem';
import { decides, type Fixers, loses, safe, type TextFix } from '../../../quickFix';
import { insert, replace, type TextChange } from '../../../textChange';
import type { UnattendSource } from '../../unattendSource';
import { mergeConflictAt } from '../parse/readMergeMarks';
import { unwrapped } from '../parse/wrapping';
import { endOf } from '../parse/xmlNode';
import { xmlOf } from '../parse/xmlTree';
import { reportedText } from './xmlFixes';

/** Puts right what is wrong about a file as a whole: what stands around its root element, and marks of other tools. */
export const fileFixes: Fixers<UnattendSource> = {
	'xml-declaration': writeDeclaration,
	'xml-declaration-place': moveDeclaration,
	'xml-doctype': (problem, source) =>
		/^<!doctype$/i.test(reportedText(problem, source)) && reportedText(problem, source) !== '<!DOCTYPE'
			? safe(t('Write DOCTYPE in capitals'), replace(problem, '<!DOCTYPE'))
			: undefined,
	'xml-merge-conflict': chooseVersion,
	'xml-outside-root': removeOutside,
	'xml-wrapped': (_, { text }) => {
		const xml = unwrapped(text)?.xml;
		return xml === undefined
			? undefined
			: decides(t('Keep the XML alone'), replace({ start: 0, end: text.length }, xml));
	},
};

const wholeDeclaration = (text: string): string => {
	const [, encoding = 'UTF-8'] = /encoding\W*([A-Za-z][\w.-]*)/i.exec(text) ?? [];
	return `<?xml version="1.0" encoding="${encoding}"?>`;
};

function writeDeclaration(problem: Problem, source: UnattendSource): TextFix {
	const form = wholeDeclaration(reportedText(problem, source));
	return safe(t('Change to {form}', { form }), replace(problem, form));
}

/** To the very start: blanks before it go, and anything else comes behind it. */
function moveDeclaration(problem: Problem, source: UnattendSource): TextFix {
	const { text } = source;
	const { start, end } = problem;
	const first = text.charCodeAt(0) === 0xfeff ? 1 : 0;
	if (text.slice(first, start).trim() === '')
		return safe(t('Remove the blanks before it'), replace({ start: first, end: start }, ''));
	const lineBreak = text.includes('\r\n') ? '\r\n' : '\n';
	if (/^\ufeff?<\?xml\s/.test(text))
		return safe(t('Remove the second declaration'), replace({ start: text.slice(0, start).trimEnd().length, end }, ''));
	const after = text.slice(end).search(/[^ \t\r\n]/);
	return safe(
		t('Move it to the start of the file'),
		insert(first, text.slice(start, end) + lineBreak),
		replace({ start, end: after < 0 ? end : end + after }, ''),
	);
}

function chooseVersion({ start }: Problem, { text }: UnattendSource): readonly TextFix[] {
	const conflict = mergeConflictAt(text, start);
	if (conflict === undefined) return [];
	const { mine, theirs, end } = conflict;
	const place = { start, end };
	if (mine.trim() === theirs.trim()) return [safe(t('Remove the marks'), replace(place, mine))];
	if (theirs.trim() === '' || mine.trim() === '')
		return [safe(t('Keep the lines, remove the marks'), replace(place, mine + theirs))];
	return [
		loses(t('Keep the first version'), replace(place, mine)),
		loses(t('Keep the second version'), replace(place, theirs)),
	];
}

/** What stands around the root element goes; fences and blanks are no loss. */
function removeOutside(_: Problem, source: UnattendSource): TextFix | undefined {
	const { text } = source;
	const { root, children } = xmlOf(source);
	if (root === undefined) return undefined;
	const changes: TextChange[] = [];
	for (const { kind, offset, length } of children) {
		if (
			offset >= root.offset ||
			(kind !== 'text' && kind !== 'cdata') ||
			text.slice(offset, offset + length).trim() === ''
		)
			continue;
		changes.push(replace({ start: offset, end: offset + length }, ''));
	}
	const behind = text.slice(endOf(root));
	if (behind.replace(/<!--[\s\S]*?-->/g, '').trim() !== '')
		changes.push(replace({ start: endOf(root), end: text.length }, '\n'));
	const words = changes.map(({ start, end }) => text.slice(start, end)).join(' ');
	if (changes.length === 0) return undefined;
	const isFence = /^\s*```\w*\s*(?:```\s*)?$/.test(words);
	return isFence
		? safe(t('Remove the fence'), ...changes)
		: loses(t('Remove what stands outside the root element'), ...changes);
}
