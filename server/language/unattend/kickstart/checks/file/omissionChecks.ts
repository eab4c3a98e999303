import { english } from '../../../../../texts/texts';
import { type Problem, problem } from '../../../../problem';
import type { Span } from '../../../../span';
import { isOpen } from '../../../statements/statementFile';
import { type KickstartFile, mayComeFromElsewhere } from '../../kickstartFile';
import { optionOf, optionValue } from '../../names';
import { hasUnreadLines, isCertain } from '../../parsedCommands';
import type { Parsed } from '../line/argumentChecks';

/** What an unattended installation needs and the file does not say. Nothing is missed that may come from elsewhere. */
export function checkOmissions(file: KickstartFile, commands: readonly Parsed[]): Problem[] {
	const first = commands.find(({ statement }) => statement.start < file.ownEnd)?.statement.head;
	const given = new Set(file.statements.map(({ head }) => head.text));
	// A misspelt command is reported as such, not as missing as well.
	for (const { command } of commands) given.add(command.name);
	if (hasUnreadLines(file)) return [];
	if (!first || mayComeFromElsewhere(file) || given.has('rescue') || given.has('upgrade')) return [];
	const situation: Situation = { file, commands, given, place: first };
	return [...checkLogin(situation), ...checkQuestions(situation), ...checkPartitioning(situation)];
}

interface Situation {
	readonly file: KickstartFile;
	readonly commands: readonly Parsed[];
	readonly given: ReadonlySet<string>;
	/** Where an omission is reported. */
	readonly place: Span;
}

const named = ({ commands }: Situation, ...names: readonly string[]): Parsed[] =>
	commands.filter(({ command }) => names.includes(command.name));

function checkLogin(situation: Situation): Problem[] {
	const { file, given, place } = situation;
	if (given.has('rootpw')) return [];
	const hasKey = named(situation, 'sshkey').some(parsed => {
		const user = optionValue(parsed, '--username');
		return user?.text === 'root' || (user && isOpen(file.source, user.start, user.end));
	});
	if (hasKey) return [];
	const administers = named(situation, 'user').some(parsed => {
		const groups = optionValue(parsed, '--groups');
		return groups && (isOpen(file.source, groups.start, groups.end) || /(?:^|,)\s*(?:wheel|root)\b/.test(groups.text));
	});
	return administers ? [] : [problem('kickstart-no-login', place, {})];
}

const questions: readonly (readonly [command: string, consequence: string])[] = [
	['lang', english('the installer asks for the language')],
	['keyboard', english('the installer asks for the keyboard or takes the one of the language')],
	['timezone', english('the installer asks for the time zone or takes another one')],
];

const endings = ['reboot', 'poweroff', 'shutdown', 'halt'];

function checkQuestions({ given, place }: Situation): Problem[] {
	const problems = questions
		.filter(([name]) => !given.has(name))
		.map(([name, consequence]) => problem('kickstart-missing-command', place, { name, consequence }));
	if (!endings.some(name => given.has(name))) problems.push(problem('kickstart-no-reboot', place, {}));
	return problems;
}

const byHand = ['part', 'partition', 'raid', 'logvol', 'mount', 'btrfs'];

function checkPartitioning(situation: Situation): Problem[] {
	const { given, place } = situation;
	if (!given.has('autopart') && !byHand.some(name => given.has(name)))
		return [problem('kickstart-no-partitioning', place, {})];
	return [...checkRoot(situation), ...checkClearing(situation)];
}

function checkRoot({ file, commands }: Situation): Problem[] {
	const [first] = commands.filter(({ command }) => byHand.includes(command.name));
	return first && lacksRoot(file, commands) ? [problem('kickstart-no-root-filesystem', first.statement.head, {})] : [];
}

/** True when partitions are made by hand and none is mounted at the root. */
export function lacksRoot(file: KickstartFile, commands: readonly Parsed[]): boolean {
	const lines = commands.filter(({ command }) => byHand.includes(command.name));
	if (lines.length === 0 || commands.some(({ command }) => command.name === 'autopart')) return false;
	if (!isCertain(file, byHand)) return false;
	const mounts = lines.flatMap(({ command, args }) => args.positionals[command.name === 'mount' ? 1 : 0] ?? []);
	return !mounts.some(word => word.text === '/' || isOpen(file.source, word.start, word.end));
}

const clearing = ['--all', '--linux', '--list', '--drives'];

function checkClearing(situation: Situation): Problem[] {
	if (!isCertain(situation.file, ['clearpart'])) return [];
	const [clear] = named(situation, 'clearpart');
	if (
		clear &&
		optionOf(clear, '--initlabel') &&
		!clearing.some(name => optionOf(clear, name)) &&
		!optionOf(clear, '--none')
	)
		return [problem('kickstart-clears-nothing', clear.statement.head, {})];
	if (clear) {
		if (situation.given.has('zerombr') || optionOf(clear, '--initlabel')) return [];
		return clearing.some(name => optionOf(clear, name))
			? [problem('kickstart-disk-label', clear.statement.head, {})]
			: [];
	}
	const maker = named(situation, 'autopart', 'part', 'partition').find(
		parsed => !optionOf(parsed, '--onpart') && !optionOf(parsed, '--noformat'),
	);
	return maker && !situation.given.has('clearpart')
		? [problem('kickstart-disks-not-cleared', maker.statement.head, {})]
		: [];
}
