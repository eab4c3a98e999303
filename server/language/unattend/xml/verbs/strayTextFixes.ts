import { t } from '../../../../texts/texts';
import type { Problem } from '../../../problem';
import { decides, loses, safe, type TextFix } from '../../../quickFix';
import { replace } from '../../../textChange';
import type { UnattendSource } from '../../unattendSource';
import { macrosIn } from '../../values/macrosIn';
import { reportedText } from './xmlFixes';

const wideSigns: Readonly<Record<string, string>> = {
	'＜': '<',
	'＞': '>',
	'／': '/',
	'＝': '=',
	'＂': '"',
	'&lt;': '<',
	'&gt;': '>',
};

/** Ways out of text between elements: what was meant for tags or for a comment becomes that, and mere signs go. */
export function strayTextFixes(problem: Problem, source: UnattendSource): readonly TextFix[] {
	const text = reportedText(problem, source);
	if (macrosIn(source, problem).length > 0) return [];
	if (/^(?:＜|&lt;)[A-Za-z_]/.test(text)) {
		const tags = text.replace(/&[lg]t;|[＜＞／＝＂]/g, sign => wideSigns[sign] ?? sign);
		return [decides(t('Write it as tags'), replace(problem, tags))];
	}
	const changed = changedLines(problem, source);
	if (changed) return [changed];
	if (!/[\p{L}\p{N}]/u.test(text)) return [safe(t('Remove {what}', { what: text }), replace(problem, ''))];
	const words = text.replace(/^(?:#+|\/\/+|;+|\/\*)\s*/, '').replace(/\s*\*\/$/, '');
	const comment = replace(problem, `<!-- ${words.replaceAll('--', '- -')} -->`);
	if (words !== text) return [safe(t('Make it a comment'), comment)];
	return [decides(t('Make it a comment'), comment), loses(t('Remove the text'), replace(problem, ''))];
}

const change = /(?:-[^\n]*\n)+((?:\+[^\n]*(?:\n|$))+)/y;

/** Lines of a comparison: those that were taken away, and behind them those that took their place. */
function changedLines({ start }: Problem, { text }: UnattendSource): TextFix | undefined {
	if (text[start] !== '-' || (start > 0 && text[start - 1] !== '\n')) return undefined;
	change.lastIndex = start;
	const match = change.exec(text);
	const added = match?.[1]?.replace(/^\+/gm, '');
	if (match === null || added === undefined) return undefined;
	return loses(t('Keep the added lines'), replace({ start, end: start + match[0].length }, added));
}
