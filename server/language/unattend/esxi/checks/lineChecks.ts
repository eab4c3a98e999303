import { shortened } from '../../../../texts/shortened';
import { t, translate } from '../../../../texts/texts';
import { nearestName } from '../../../macros/nearestName';
import { type Problem, problem } from '../../../problem';
import { isGlued, type MeantName, meantName } from '../../statements/meantName';
import type { Statement } from '../../statements/readStatements';
import { withoutShellWord } from '../../statements/shellWord';
import { isOpen } from '../../statements/statementFile';
import { joinUnknownLines } from '../../statements/unknownLines';
import type { Word } from '../../statements/words';
import type { EsxiFile } from '../esxiFile';
import { lineOf } from '../esxiLines';
import { commandNames, esxiCommands, esxiSections, type Foreign, foreignCommand } from '../esxiTable';
import { checkArguments } from './argumentChecks';

const macroStart = /^#[A-Za-z_][\w-]*(?:\.[\w-]+)+/;

/** What single lines outside scripts say wrong: commands, and headers of sections. */
export function checkLines(file: EsxiFile): Problem[] {
	const { statements, sections } = file;
	const ofLines = statements.map(statement => ({ statement, problems: checkLine(file, statement) }));
	const ofHeaders = sections.flatMap(({ header, name }) =>
		header.head.text === name ? checkLine(file, header) : [unknownHeader(header, name)],
	);
	return [...joinUnknownLines(ofLines, 'esxi-unknown-command'), ...ofHeaders];
}

function checkLine(file: EsxiFile, statement: Statement): Problem[] {
	const { kind, head, unclosed } = statement;
	if (kind === 'opaque') return [];
	if (unclosed !== undefined)
		return [problem('esxi-unclosed-quote', { start: unclosed, end: Math.max(statement.end, unclosed + 1) }, {})];
	if (kind === 'end') return [problem('esxi-stray-end', head, { place: t('the commands') })];
	const line = lineOf(file, statement);
	if (line) return [...checkArguments(file, line), ...checkComment(file, statement)];
	const isUnclear = isOpen(file.source, head.start, head.end) && !isGlued(head, name => esxiCommands().has(name));
	return isUnclear ? [] : [unknown(statement)];
}

function unknown(statement: Statement): Problem {
	const { head } = statement;
	const isSection = head.text.startsWith('%');
	const foreign = foreignCommand(head.text);
	if (foreign)
		return problem('esxi-foreign-command', head, {
			name: head.text,
			from: foreign.from,
			...hintOf(foreign),
			...(foreign.counterpart === undefined ? {} : { counterpart: foreign.counterpart }),
		});
	if (!isSection) {
		const said = withoutShellWord(statement, commandNames);
		const meant = withoutValue(meantName(said.head, commandNames), said.head);
		const found = unknownCommand({ ...head, end: meant?.end ?? head.end }, meant?.replacement, meant?.name);
		return said === statement ? found : { ...found, facts: { ...found.facts, isShell: true } };
	}
	const nearest = nearestName(head.text, esxiSections);
	return problem('esxi-unknown-section', head, { name: head.text, ...suggestion(nearest) });
}

/** Where the command takes nothing, what is glued to its name is too much. */
function withoutValue(meant: MeantName | undefined, { end }: Word): MeantName | undefined {
	if (!meant?.rest || meant.rest.text.startsWith('--')) return meant;
	const entry = esxiCommands().get(meant.name)?.entry;
	if (!entry || entry.max || entry.options) return meant;
	return { name: meant.name, end, replacement: meant.name };
}

const unknownCommand = (head: Word, replacement?: string, meant = replacement): Problem =>
	problem('esxi-unknown-command', head, {
		name: shortened(head.text, 61),
		...suggestion(replacement),
		...(meant === undefined ? {} : { meant }),
	});

/** A header whose percent sign is missing, or stands apart. */
function unknownHeader({ head, words }: Statement, name: string): Problem {
	if (head.text !== '%') return unknownCommand(head, name);
	const place = { start: head.start, end: words[1]?.end ?? head.end };
	return problem('esxi-unknown-section', place, { name: head.text, ...suggestion(name) });
}

const suggestion = (replacement: string | undefined): { hint: string; replacement?: string } =>
	replacement === undefined
		? { hint: '' }
		: { hint: ` ${t('Did you mean "{replacement}"?', { replacement: replacement.trim() })}`, replacement };

const hintOf = ({ instead }: Foreign): { hint: string } => ({ hint: instead === '' ? '' : ` ${translate(instead)}` });

function checkComment({ source }: EsxiFile, { cutsWord, comment, end }: Statement): Problem[] {
	// What looks like the beginning of a macro is a matter of the macro checks.
	if (!cutsWord || comment === undefined || macroStart.test(source.text.slice(comment, comment + 200))) return [];
	return [problem('esxi-comment-cuts-value', { start: comment, end: Math.max(end, comment + 1) }, {})];
}
