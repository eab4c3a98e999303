import { english, t } from '../../../../texts/texts';
import { change, changeValue, decides, type Fixer, type Fixers, safe, type TextFixer } from '../../../quickFix';
import { insert, replace } from '../../../textChange';
import { removeCopied } from '../../statements/copiedProblems';
import { cureExtraWords } from '../../statements/extraWords';
import {
	addAt,
	changeCommand,
	joinValue,
	lastCommand,
	lineAbove,
	offsetFact,
	removeLine,
	removeRepetition,
	removeValue,
	textFact,
} from '../../statements/lineFixes';
import { joinLines, splitLines } from '../../statements/slipFixes';
import { removeOptions } from '../../statements/unknownOptions';
import type { UnattendSource } from '../../unattendSource';
import { kickstartFile } from '../kickstartFile';
import { timesourceFix } from './timesourceFix';

type KickstartFixer = Fixer<UnattendSource>;

/** An option is replaced by an option only, a tag by a tag. */
const changeInKind =
	(fixer: TextFixer<UnattendSource>): KickstartFixer =>
	(problem, source) => {
		const replacement = textFact(problem, 'replacement');
		if (replacement === 'timesource') return timesourceFix(problem.start, source);
		const isOption = source.text[problem.start] === '-';
		return replacement !== '' && (replacement[0] === '-') === isOption ? fixer(problem, source) : undefined;
	};
const changeWord = changeInKind(change());
const changeOpenValue = changeInKind(changeValue());

const commandAtEnd = lastCommand(kickstartFile);

/** An automatic layout needs room; the disks are cleared where no line says which. */
const partition: KickstartFixer = (problem, source) =>
	/^[ \t]*clearpart\b/m.test(source.text)
		? commandAtEnd('autopart')(problem, source)
		: commandAtEnd(
				'clearpart --all --initlabel\nautopart',
				t('Add "clearpart --all --initlabel" and "autopart" (erases all disks)'),
			)(problem, source);

const addEndTag: KickstartFixer = (problem, { text }) => {
	const replacement = textFact(problem, 'replacement');
	if (replacement.includes('\n')) return safe(t('Put %end on a line of its own'), replace(problem, replacement));
	if (replacement !== '') return change()(problem, { text });
	const at = offsetFact(problem, 'insertAt') ?? text.length;
	const glue = at > 0 && text[at - 1] !== '\n' ? '\n' : '';
	const isOpen = hasOpenHereDocument(text.slice(problem.end, at));
	return (isOpen ? decides : safe)(t('Add %end'), insert(at, `${glue}%end\n`));
};

/** What looks like the next section may be a line of the document. */
function hasOpenHereDocument(script: string): boolean {
	const last = [...script.matchAll(/<<-?[ \t]*(['"]?)([A-Za-z_]\w*)\1/g)].at(-1);
	if (!last) return false;
	const lines = script.slice(last.index).split('\n');
	return !lines.some(line => line.trim() === last[2]);
}

const missingCommands: Readonly<Record<string, string>> = {
	lang: 'lang en_US.UTF-8',
	keyboard: 'keyboard us',
	timezone: 'timezone Etc/UTC --utc',
};

/** From the value's start to the next blank. */
const quoteValue: KickstartFixer = ({ start }, { text }) => {
	let from = start;
	while (from > 0 && !/\s/.test(text[from - 1] ?? '')) from--;
	const option = /^--[\w-]+=/.exec(text.slice(from, start));
	if (option) from += option[0].length;
	let to = start;
	while (to < text.length && !/\s/.test(text[to] ?? '')) to++;
	const value = text.slice(from, to);
	if (/["']/.test(value)) return undefined;
	return safe(t('Put the value in quotes'), replace({ start: from, end: to }, `"${value}"`));
};

const closeQuote: KickstartFixer = ({ start, end }, { text }) => {
	const quote = text[start];
	if (quote !== '"' && quote !== "'") return undefined;
	// Options do not stand inside quotes; a single one may be what the quotes are for.
	const [inside = ''] = /^.*?(?=[ \t]+--[a-z][\w-]*(?:[=\s]|$))/.exec(text.slice(start, end)) ?? [];
	const at = inside.length > 1 ? start + inside.length : start + text.slice(start, end).trimEnd().length;
	return decides(t('Close the quote'), insert(at, quote));
};

const joinWords: KickstartFixer = problem => {
	const from = offsetFact(problem, 'joinFrom');
	return from === undefined
		? undefined
		: safe(t('Join the words'), replace({ start: from, end: problem.start }, textFact(problem, 'joinWith')));
};

/** Puts the name of a volume group before its partitions. */
const nameFirst: KickstartFixer = (problem, { text }) => {
	const start = offsetFact(problem, 'nameStart');
	const end = offsetFact(problem, 'nameEnd');
	if (start === undefined || end === undefined) return undefined;
	const from = text.slice(0, start).trimEnd().length;
	const name = textFact(problem, 'name');
	return safe(t('Put {name} first', { name }), insert(problem.start, `${name} `), replace({ start: from, end }, ''));
};

/** A hash says by its form that it is one. */
const setEncrypted: KickstartFixer = (problem, { text }) => {
	const at = offsetFact(problem, 'insertAt');
	if (at === undefined) return undefined;
	const lineEnd = text.indexOf('\n', at);
	const line = text.slice(at, lineEnd < 0 ? undefined : lineEnd);
	const [plain] = /(?<=\s)--plaintext(?=\s|$)/.exec(line) ?? [];
	if (plain === undefined) return addAt(problem, '--iscrypted', 'safe');
	const start = at + line.search(/(?<=\s)--plaintext(?=\s|$)/);
	return safe(t('Change to --iscrypted'), replace({ start, end: start + plain.length }, '--iscrypted'));
};

/** Quick fixes by rule code and facts. */
export const kickstartFixes: Fixers<UnattendSource> = {
	'kickstart-unknown-command': changeCommand,
	'kickstart-unknown-option': (problem, source) => changeWord(problem, source) ?? removeOptions(problem, source),
	'kickstart-value-apart': joinValue,
	'kickstart-unknown-section': change(),
	'kickstart-option-abbreviated': changeWord,
	'kickstart-option-removed': changeWord,
	'kickstart-option-deprecated': changeWord,
	'kickstart-time-zone': changeOpenValue,
	'kickstart-locale': changeOpenValue,
	'kickstart-keyboard': changeOpenValue,
	'kickstart-file-system': changeOpenValue,
	'kickstart-mount-point': changeOpenValue,
	'kickstart-address': (problem, source) =>
		textFact(problem, 'replacement') === '' ? undefined : change()(problem, source),
	'kickstart-lone-option': problem => addAt(problem, textFact(problem, 'needed'), 'decides'),
	'kickstart-form': (problem, source) => nameFirst(problem, source) ?? changeOpenValue(problem, source),
	'kickstart-dhcp-address': problem => addAt(problem, '--bootproto=static', 'decides'),
	'kickstart-value': changeWord,
	'kickstart-command-removed': removeLine,
	'kickstart-command-deprecated': (problem, source) =>
		(textFact(problem, 'name').startsWith('%') ? changeWord : removeLine)(problem, source),
	'kickstart-command-repeated': removeRepetition,
	'kickstart-stray-end': removeRepetition,
	'kickstart-flag-value': removeValue,
	'kickstart-section-unclosed': addEndTag,
	'kickstart-unclosed-quote': closeQuote,
	'kickstart-extra-argument': (problem, source) => joinWords(problem, source) ?? cureExtraWords(problem, source),
	'kickstart-line-continuation': joinLines(kickstartFile),
	'kickstart-command-separator': splitLines(kickstartFile),
	'kickstart-separator-in-value': splitLines(kickstartFile),
	'kickstart-copied': removeCopied(kickstartFile),
	'kickstart-copied-character': removeCopied(kickstartFile),
	'kickstart-byte-order-mark': ({ start }) =>
		safe(t('Remove the byte order mark'), replace({ start, end: start + 1 }, '')),
	'kickstart-comment-cuts-value': quoteValue,
	'kickstart-password-format': setEncrypted,
	'kickstart-disks-not-cleared': lineAbove(
		'clearpart --all --initlabel',
		english('Add "clearpart --all --initlabel" (erases all disks)'),
	),
	'kickstart-disk-label': lineAbove('zerombr', english('Add "zerombr" (erases disks that cannot be read)')),
	'kickstart-no-reboot': commandAtEnd('reboot'),
	'kickstart-no-partitioning': partition,
	'kickstart-missing-command': (problem, source) => {
		const line = missingCommands[textFact(problem, 'name')];
		return line === undefined ? undefined : lineAbove(line)(problem, source);
	},
	'kickstart-first-boot': problem => decides(t('Change to --disable'), replace(problem, '--disable')),
	'kickstart-interpreter': problem => addAt(problem, `--interpreter=${textFact(problem, 'program')}`, 'safe'),
};
