import { t } from '../../../texts/texts';
import type { Problem } from '../../problem';
import { decides, safe } from '../../quickFix';
import type { Span } from '../../span';
import { replace } from '../../textChange';
import { childOf, keyOf } from '../json/jsonNode';
import { knownKeys } from '../schemaKeys';
import type { Fix, FixScene } from './fix';
import { memberAt } from './treeFixes';

/** Ways out of a line break inside a text: another member begins there, or the text goes on. */
export function lineBreakFixes(problem: Problem, scene: FixScene): readonly Fix[] {
	const apart = membersApart(problem, scene);
	if (apart?.effect === 'safe') return [apart];
	const blanks = blanksAround(scene.text, problem);
	// A key has no blank in it: which of its words is meant, a person knows.
	const join = isInKey(problem, scene) ? decides : safe;
	return [
		join(t('Join the lines with a space'), replace(blanks, ' ')),
		decides(t('Write \\n for the line break'), replace({ start: problem.start, end: blanks.end }, '\\n')),
		...(apart ? [apart] : []),
	];
}

/** None of these is prose, so none goes on in a second line. */
const words: ReadonlySet<string> = new Set(['category', 'type', 'name']);
const nextMember = /^(\s*)([A-Za-z]+)([ \t]*:[ \t]*)([^"\\\r\n]*)"/;

/** `"name": "site,` and on the next line `type: string"`: the quotation marks between two members were lost. */
function membersApart(problem: Problem, { text, root }: FixScene): Fix | undefined {
	const member = memberAt(root, problem.start);
	const comma = /,[ \t]*$/.exec(text.slice(Math.max(0, problem.start - 80), problem.start))?.[0];
	const next = nextMember.exec(text.slice(problem.end, problem.end + 2000));
	const [whole = '', indent = '', key = '', colon = '', value = ''] = next ?? [];
	if (!member?.parent || comma === undefined || !knownKeys.has(key) || childOf(member.parent, key)) return undefined;
	const lineBreak = text.slice(problem.start, problem.end);
	const isLiteral = /^(?:true|false|\d+)$/.test(value);
	const written = `"${comma}${lineBreak}${indent}"${key}"${colon}${isLiteral ? value : `"${value}"`}`;
	const place = { start: problem.start - comma.length, end: problem.end + whole.length };
	const fix = words.has(keyOf(member)) ? safe : decides;
	return fix(t('Write two members'), replace(place, written));
}

function isInKey({ start }: Problem, { root }: FixScene): boolean {
	const key = memberAt(root, start)?.children?.[0];
	return key !== undefined && start < key.offset + key.length;
}

/** The line break with the blanks before it and the indentation after it. */
function blanksAround(text: string, problem: Problem): Span {
	let { start, end } = problem;
	while (/[ \t]/.test(text[start - 1] ?? '')) start--;
	while (/[ \t]/.test(text[end] ?? '')) end++;
	return { start, end };
}
