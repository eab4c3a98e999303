import { t } from '../../../../texts/texts';
import { nearestName } from '../../../macros/nearestName';
import type { Problem } from '../../../problem';
import { decides, type Fixers, loses, safe, type TextFix } from '../../../quickFix';
import { insert, replace } from '../../../textChange';
import type { UnattendSource } from '../../unattendSource';
import { reportedText } from './xmlFixes';

/** Puts right what is wrong about single characters and references. */
export const characterFixes: Fixers<UnattendSource> = {
	'xml-markup-character': escapeCharacter,
	'xml-cdata-end': (problem, { text }) =>
		/^\s*</.test(text.slice(problem.end, problem.end + 100))
			? safe(t('Remove ]]>'), replace(problem, ''))
			: safe(t('Change to ]]&gt;'), replace(problem, ']]&gt;')),
	'xml-comment-hyphens': (problem, source) =>
		reportedText(problem, source) === '---'
			? safe(t('Insert a blank'), insert(problem.start + 1, ' '))
			: safe(t('Change to - -'), replace(problem, reportedText(problem, source).replaceAll('--', '- -'))),
	'xml-character': (problem, source) => {
		const remove = reportedText(problem, source).startsWith('&') ? loses : safe;
		return remove(t('Remove {code}', { code: problem.facts.code }), replace(problem, ''));
	},
	'xml-entity-undeclared': writeEntity,
};

const predefined = ['amp', 'lt', 'gt', 'quot', 'apos'];

function escapeCharacter(problem: Problem, source: UnattendSource): TextFix {
	const { character, escaped } = problem.facts;
	const [open] = /^(?:amp|lt|gt|quot|apos|#\d+|#x[\dA-Fa-f]+)(?![\w;.-])/.exec(source.text.slice(problem.end)) ?? [];
	if (escaped === '&amp;' && open !== undefined) return safe(t('Insert ;'), insert(problem.end + open.length, ';'));
	// In a script `1<<2` is no tag.
	if (escaped === '&lt;' && /^<\/?[A-Za-z_]/.test(source.text.slice(problem.end, problem.end + 3)))
		return safe(t('Remove the doubled <'), replace(problem, ''));
	const written = reportedText(problem, source).replaceAll(String(character), String(escaped));
	return safe(t('Change to {escaped}', { escaped }), replace(problem, written));
}

/** What HTML calls characters that administrators paste. */
const htmlNames: Readonly<Record<string, string>> = {
	nbsp: ' ',
	ensp: ' ',
	emsp: ' ',
	thinsp: ' ',
	shy: '',
	copy: '©',
	reg: '®',
	trade: '™',
	deg: '°',
	micro: 'µ',
	ndash: '–',
	mdash: '—',
	hellip: '…',
	middot: '·',
	bull: '•',
	laquo: '«',
	raquo: '»',
	para: '¶',
	sect: '§',
	lsquo: '‘',
	rsquo: '’',
	ldquo: '“',
	rdquo: '”',
	sbquo: '‚',
	bdquo: '„',
	euro: '€',
	pound: '£',
	yen: '¥',
	auml: 'ä',
	ouml: 'ö',
	uuml: 'ü',
	Auml: 'Ä',
	Ouml: 'Ö',
	Uuml: 'Ü',
	szlig: 'ß',
	aring: 'å',
	Aring: 'Å',
	agrave: 'à',
	aacute: 'á',
	acirc: 'â',
	atilde: 'ã',
	aelig: 'æ',
	ccedil: 'ç',
	egrave: 'è',
	eacute: 'é',
	ecirc: 'ê',
	euml: 'ë',
	iacute: 'í',
	icirc: 'î',
	iuml: 'ï',
	ntilde: 'ñ',
	oacute: 'ó',
	ocirc: 'ô',
	oslash: 'ø',
	uacute: 'ú',
};

function writeEntity(problem: Problem): readonly TextFix[] {
	const name = String(problem.facts.entity);
	const character = Object.hasOwn(htmlNames, name) ? htmlNames[name] : undefined;
	if (character !== undefined) {
		const title = character.trim() === '' ? t('Change to a blank') : t('Change to {character}', { character });
		return [decides(title, replace(problem, character))];
	}
	const near = predefined.find(known => known === name.toLowerCase()) ?? nearestName(name, predefined);
	const meant = [...(near === undefined ? [] : [`&${near};`]), `&amp;${name};`];
	return meant.map(text => decides(t('Change to {what}', { what: text }), replace(problem, text)));
}
