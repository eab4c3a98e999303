import { t } from '../../../../texts/texts';
import type { Problem } from '../../../problem';
import { type Fixers, type QuickFix, safe } from '../../../quickFix';
import { isRuleCode, rules } from '../../../rules';
import { insert, replace } from '../../../textChange';
import type { UnattendSource } from '../../unattendSource';
import { type ProgramText, programTextAt } from '../parse/programTexts';
import type { XmlElement } from '../parse/xmlNode';
import { isElement } from '../parse/xmlTree';
import { reportedText, type XmlFixer } from './xmlFixes';

/** Names of elements that may stand in an element. */
export type NamesIn = (parent: XmlElement | undefined) => readonly string[];

/**
 * Fixers that leave programs whole: what looks like tags in one was not meant for XML. All of its text is escaped at
 * once, so that a parser reads what was written; where that is a guess, a person decides.
 */
export function sparingPrograms(fixers: Fixers<UnattendSource>, namesIn: NamesIn): Fixers<UnattendSource> {
	const codes = new Set([...Object.keys(rules).filter(isOfXml), ...Object.keys(fixers)].filter(isRuleCode));
	return Object.fromEntries(
		[...codes].map((code): [string, XmlFixer] => [
			code,
			(problem, source) => {
				const found = [fixers[code]?.(problem, source) ?? []].flat();
				const program = programTextAt(source, problem.start);
				if (program === undefined || isHarmless(problem, program, source, namesIn)) return found;
				const escaped = isOfXml(code) && program.isClosed ? escapeAll(program, source, namesIn) : undefined;
				return escaped ?? found.map(undecided);
			},
		]),
	);
}

const isOfXml = (code: string): boolean => code.startsWith('xml-');

const undecided = (fix: QuickFix): QuickFix => (fix.effect === 'safe' ? { ...fix, effect: 'decides' } : fix);

/** A fix that touches a tag of the program's own element, a mark of XML, or single characters where nothing else is wrong. */
function isHarmless(problem: Problem, program: ProgramText, source: UnattendSource, namesIn: NamesIn): boolean {
	const { element, start, end, isClosed, isPlain } = program;
	const { code, facts } = problem;
	const written = reportedText(problem, source);
	if (/CDATA/i.test(written)) return true;
	if (problem.start < start)
		return code !== 'xml-end-tag-missing' || (!isClosed && isPlaceKnown(problem, element, namesIn));
	if (isClosed && problem.start >= end) return code === 'xml-end-tag-content' || code === 'xml-tag-unclosed';
	const isOwn = facts.name === element.name || (/^<\/./.test(written) && `</${element.name}`.startsWith(written));
	return isPlain || (!isClosed && isOwn);
}

/** Where the end tag is missing, its place is known behind the text, before an element that belongs beside it. */
function isPlaceKnown({ facts }: Problem, { name, parent, children }: XmlElement, namesIn: NamesIn): boolean {
	const next = children.find(isElement)?.name;
	return facts.isTwice === true || next === undefined || (next !== name && namesIn(parent).includes(next));
}

/** Longer texts are not escaped sign by sign: nobody could read them. */
const longestEscaped = 1000;

/** One line is escaped, several become a CDATA section. */
function escapeAll(
	{ element, start, end }: ProgramText,
	{ text }: UnattendSource,
	namesIn: NamesIn,
): readonly QuickFix[] | undefined {
	const body = text.slice(start, end);
	if (/<!|CDATA\[|<%|\]\]>\s*$/.test(body)) return undefined;
	const siblings = namesIn(element.parent);
	const isSure =
		!/&(?:[a-z]+;|#|(?:amp|lt|gt|quot|apos)\b)/i.test(body) &&
		![...body.matchAll(/<([\w:.-]+)/g)].some(([, name = '']) => siblings.includes(name));
	const fix = escapedText(body, start);
	return fix && [isSure ? fix : undecided(fix)];
}

function escapedText(body: string, start: number): QuickFix | undefined {
	if (body.trim().includes('\n') && !body.includes(']]>')) {
		const title = t('Change to {what}', { what: '<![CDATA[…]]>' });
		return safe(title, insert(start, '<![CDATA['), insert(start + body.length, ']]>'));
	}
	if (body.length > longestEscaped) return undefined;
	const signs = [...body.matchAll(/<|&(?!(?:amp|lt|gt|quot|apos|#\d+|#x[\da-f]+);)|(?<=\]\])>/gi)];
	const changes = signs.map(({ 0: sign, index }) =>
		replace({ start: start + index, end: start + index + 1 }, references[sign] ?? sign),
	);
	return safe(t('Change to {escaped}', { escaped: '&lt;' }), ...changes);
}

const references: Readonly<Record<string, string>> = { '<': '&lt;', '&': '&amp;', '>': '&gt;' };
