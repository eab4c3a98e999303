import { t } from '../../../../texts/texts';
import { type Problem, problem } from '../../../problem';
import { hasTemplateLines } from '../../statements/statementFile';
import { type EsxiFile, mayComeFromElsewhere } from '../esxiFile';
import { type EsxiLine, esxiLines, linesNamed } from '../esxiLines';
import { conflicts, foreignCommand, onceOnly, plainName } from '../esxiTable';
import { commandsInScripts } from './scriptChecks';
import { scriptLines } from './scriptLines';

/** Commands that do not go together. */
export function checkConflicts(file: EsxiFile): Problem[] {
	// Between a template's conditions only one of several lines may stay.
	if (hasTemplateLines(file)) return [];
	const seen = new Map<string, EsxiLine>();
	const problems: Problem[] = [];
	for (const line of esxiLines(file)) {
		const name = plainName(line.command.name);
		const group = conflicts.find(one => one.includes(name));
		const key = group?.[0] ?? name;
		const earlier = seen.get(key);
		if (!earlier) seen.set(key, line);
		else if (group)
			problems.push(problem('esxi-commands-conflict', line.statement.head, { name, other: earlier.command.name }));
		else if (onceOnly.has(name)) problems.push(problem('esxi-command-repeated', line.statement.head, { name }));
	}
	const [clear] = linesNamed(file, 'clearpart');
	const other = seen.get('install')?.command.name;
	if (clear && other !== undefined && other !== 'install')
		problems.push(problem('esxi-clearpart-without-install', clear.statement.head, { command: other }));
	return problems;
}

/** What the file lacks as a whole. `reported` are the findings on its lines. */
export function checkOmissions(file: EsxiFile, reported: readonly Problem[]): Problem[] {
	const [first] = file.statements.filter(({ kind }) => kind === 'command');
	const place = first?.head ?? file.sections[0]?.header.head;
	if (!place || mayComeFromElsewhere(file) || reported.some(isUnread)) return [];
	const given = givenCommands(file, reported);
	const has = (...names: readonly string[]): boolean => names.some(name => given.has(name));
	const problems: Problem[] = [];
	if (!has('accepteula')) problems.push(problem('esxi-no-licence-agreement', place, {}));
	if (!has('install', 'upgrade', 'installorupgrade')) {
		const hint = has('clearpart') ? ` ${t('Clearing disks alone installs nothing.')}` : '';
		problems.push(problem('esxi-no-install', place, { hint }));
	}
	if (!has('rootpw', 'upgrade')) problems.push(problem('esxi-no-root-password', place, {}));
	if (!has('reboot', 'dryrun') && !endsInScript(file)) problems.push(problem('esxi-no-reboot', place, {}));
	return problems;
}

/** A script of %post may restart the host or switch it off by itself. */
const endsInScript = ({ sections, source }: EsxiFile): boolean =>
	sections.some(
		section =>
			section.name === '%post' &&
			scriptLines(source.masked, section).some(({ text }) => /\b(?:reboot|halt|poweroff|shutdown)\b/.test(text)),
	);

/** A line of which nobody can tell what it was meant to say may be the one that seems to be missing. */
const isUnread = ({ code, facts }: Problem): boolean => code === 'esxi-unknown-command' && facts.meant === undefined;

/** Commands that stand in the file, or were meant to: what is misspelt or misplaced is reported as such, not as missing. */
function givenCommands(file: EsxiFile, reported: readonly Problem[]): ReadonlySet<string> {
	const written = file.statements.map(({ head }) => foreignCommand(head.text)?.counterpart ?? head.text);
	const meant = reported.flatMap(({ code, facts }) =>
		code === 'esxi-unknown-command' ? String(facts.meant ?? '') : [],
	);
	const misplaced = commandsInScripts(file).map(({ name }) => name);
	return new Set([...written, ...meant, ...misplaced].map(plainName));
}
