import type { CodeAction, Diagnostic, Range } from 'vscode-languageserver-types';
import { carefully, deleteLine, deleteValue, lastCommand, lineAbove, replace } from '../../statements/lineRecipes';
import { edit, fixesBy, namesFact, offsetFact, type Recipe, type Situation, textFact } from '../../statements/recipe';
import type { UnattendSource } from '../../unattendSource';
import { readingOf } from '../reading';
import { timesourceFix } from './timesourceFix';

/** Quick fixes by rule code and facts. */
export const kickstartFixes = (
	source: UnattendSource,
	_range: Range,
	diagnostics: readonly Diagnostic[],
): CodeAction[] => fixesBy(recipes, source, diagnostics);

/** An option is replaced by an option only, a tag by a tag. */
const replaceInKind: Recipe = situation => {
	const replacement = textFact(situation, 'replacement');
	if (replacement === 'timesource') return timesourceFix(situation);
	const isOption = situation.source.text[situation.start] === '-';
	return (replacement[0] === '-') === isOption ? replace(situation) : undefined;
};

const insertOptions =
	(fact: string): Recipe =>
	situation => {
		const at = offsetFact(situation, 'insertAt');
		const names = namesFact(situation, fact);
		if (at === undefined || !names) return undefined;
		if (names.some(name => !name.startsWith('--'))) return undefined;
		return {
			title: `Add ${names.join(' and ')}`,
			edits: [edit(situation, at, at, names.map(name => ` ${name}=`).join(''))],
			careful: true,
		};
	};

const insertAtFact =
	(what: (situation: Situation) => string, title: string): Recipe =>
	situation => {
		const at = offsetFact(situation, 'insertAt');
		return at === undefined ? undefined : { title, edits: [edit(situation, at, at, what(situation))] };
	};

const commandAtEnd = lastCommand(source => readingOf(source).file);

const endTag: Recipe = situation => {
	const { text: whole } = situation.source;
	const at = offsetFact(situation, 'insertAt') ?? whole.length;
	const glue = at > 0 && whole[at - 1] !== '\n' ? '\n' : '';
	return { title: 'Add %end', edits: [edit(situation, at, at, `${glue}%end\n`)] };
};

const missingCommands: Readonly<Record<string, string>> = {
	lang: 'lang en_US.UTF-8',
	keyboard: 'keyboard us',
	timezone: 'timezone Etc/UTC --utc',
};

/** From the value's start to the next blank. */
const quoteValue: Recipe = situation => {
	const { text: whole } = situation.source;
	let from = situation.start;
	while (from > 0 && !/\s/.test(whole[from - 1] ?? '')) from--;
	const option = /^--[\w-]+=/.exec(whole.slice(from, situation.start));
	if (option) from += option[0].length;
	let to = situation.start;
	while (to < whole.length && !/\s/.test(whole[to] ?? '')) to++;
	const value = whole.slice(from, to);
	if (/["']/.test(value)) return undefined;
	return { title: 'Put the value in quotes', edits: [edit(situation, from, to, `"${value}"`)] };
};

const closeQuote: Recipe = situation => {
	const quote = situation.source.text[situation.start];
	if (quote !== '"' && quote !== "'") return undefined;
	return { title: 'Close the quote', edits: [edit(situation, situation.end, situation.end, quote)], careful: true };
};

/** A command without arguments loses what follows it; elsewhere a person decides which word is too many. */
const deleteArgument: Recipe = situation => {
	if (textFact(situation, 'expected') !== 'no arguments') return undefined;
	const before = situation.source.text.slice(0, situation.start);
	return { title: 'Delete the argument', edits: [edit(situation, before.trimEnd().length, situation.end, '')] };
};

const joinList: Recipe = situation => {
	const from = offsetFact(situation, 'joinFrom');
	return from === undefined
		? undefined
		: { title: 'Join the list', edits: [edit(situation, from, situation.start, '')] };
};

/** What a command said is lost with its line: where another command says it now, a person has to move it there first. */
const deleteObsolete: Recipe = situation =>
	(textFact(situation, 'hint') === '' ? deleteLine : carefully(deleteLine))(situation);

const recipes: Readonly<Record<string, Recipe>> = {
	'kickstart-unknown-command': replaceInKind,
	'kickstart-unknown-option': replaceInKind,
	'kickstart-unknown-section': replaceInKind,
	'kickstart-option-abbreviated': replaceInKind,
	'kickstart-option-removed': replaceInKind,
	'kickstart-option-deprecated': replaceInKind,
	'kickstart-time-zone': replaceInKind,
	'kickstart-locale': replaceInKind,
	'kickstart-keyboard': replaceInKind,
	'kickstart-file-system': replaceInKind,
	'kickstart-mount-point': replaceInKind,
	'kickstart-value': replaceInKind,
	'kickstart-command-removed': deleteObsolete,
	'kickstart-command-deprecated': situation =>
		(textFact(situation, 'name').startsWith('%') ? replaceInKind : deleteObsolete)(situation),
	'kickstart-command-repeated': deleteLine,
	'kickstart-stray-end': deleteLine,
	'kickstart-flag-value': deleteValue,
	'kickstart-required-option': insertOptions('options'),
	'kickstart-options-require': insertOptions('needed'),
	'kickstart-static-network': insertOptions('options'),
	'kickstart-section-unclosed': endTag,
	'kickstart-unclosed-quote': closeQuote,
	'kickstart-extra-argument': situation => joinList(situation) ?? deleteArgument(situation),
	'kickstart-line-continuation': situation => {
		const next = /^\\[^\S\n]*\n[^\S\n]*/.exec(situation.source.text.slice(situation.start));
		return next
			? { title: 'Join the lines', edits: [edit(situation, situation.start, situation.start + next[0].length, '')] }
			: undefined;
	},
	'kickstart-byte-order-mark': situation => ({
		title: 'Delete the byte order mark',
		edits: [edit(situation, situation.start, situation.start + 1, '')],
	}),
	'kickstart-comment-cuts-value': quoteValue,
	'kickstart-password-format': insertAtFact(() => ' --iscrypted', 'Add --iscrypted'),
	'kickstart-disks-not-cleared': lineAbove(
		'clearpart --all --initlabel',
		'Add "clearpart --all --initlabel" (erases all disks)',
		true,
	),
	'kickstart-disk-label': lineAbove('zerombr', 'Add "zerombr" (erases disks that cannot be read)', true),
	'kickstart-no-reboot': commandAtEnd('reboot', true),
	'kickstart-no-partitioning': commandAtEnd('autopart', true),
	'kickstart-missing-command': situation => {
		const line = missingCommands[textFact(situation, 'name')];
		return line === undefined ? undefined : carefully(lineAbove(line))(situation);
	},
	'kickstart-first-boot': situation => ({
		title: 'Change to --disable',
		edits: [edit(situation, situation.start, situation.end, '--disable')],
	}),
	'kickstart-interpreter': insertAtFact(
		situation => ` --interpreter=${textFact(situation, 'program')}`,
		'Run the script with its interpreter',
	),
};
