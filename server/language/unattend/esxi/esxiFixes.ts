import { t } from '../../../texts/texts';
import type { Problem } from '../../problem';
import { change, changeValue, decides, deciding, type Fixer, type Fixers, loses } from '../../quickFix';
import { replace } from '../../textChange';
import { removeCopied } from '../statements/copiedProblems';
import {
	addAt,
	changeCommand,
	joinValue,
	lastCommand,
	lineAbove,
	offsetFact,
	refusesFlag,
	removeLine,
	removeValue,
	textFact,
} from '../statements/lineFixes';
import { joinLines, splitLines } from '../statements/slipFixes';
import { removeOptions } from '../statements/unknownOptions';
import type { UnattendSource } from '../unattendSource';
import { esxiFile } from './esxiFile';
import { esxiLines } from './esxiLines';

type EsxiFixer = Fixer<UnattendSource>;

/** An option with its value and the blank before it; what its line needs besides stays. */
const removeOption: EsxiFixer = ({ start, end }, source) => {
	const { text } = source;
	let from = start;
	while (from > 0 && /[ \t]/.test(text[from - 1] ?? '')) from--;
	const [value = ''] = /^=(?:"[^"\n]*"|'[^'\n]*'|\S)*/.exec(text.slice(end)) ?? [];
	if (value.length > 1 && lacksArgument(source, start))
		return loses(t('Remove {what}=', { what: text.slice(start, end) }), replace({ start, end: end + 1 }, ''));
	return loses(
		t('Remove {what}', { what: text.slice(start, end) }),
		replace({ start: from, end: end + value.length }, ''),
	);
};

const lacksArgument = (source: UnattendSource, offset: number): boolean =>
	esxiLines(esxiFile(source)).some(
		({ statement, command, args }) =>
			statement.start <= offset && offset < statement.end && args.positionals.length < (command.entry.min ?? 0),
	);

/** What becomes of a VMFS volume is a choice of two: who refuses one takes the other. */
const otherChoice: Readonly<Record<string, string>> = {
	'--overwritevmfs': '--preservevmfs',
	'--preservevmfs': '--overwritevmfs',
};

const changeFlag: EsxiFixer = (problem, source) => {
	const other = otherChoice[textFact(problem, 'name')];
	return other !== undefined && refusesFlag(problem, source)
		? decides(t('Change to {other}', { other }), replace(problem, other))
		: removeValue(problem, source);
};

/** Puts a blank between a value and the option that touches it. */
const partOptions: EsxiFixer = (problem, source) =>
	textFact(problem, 'replacement') === '' ? undefined : change()(problem, source);

const isSeveral = ({ facts }: Problem): boolean => Array.isArray(facts.places);

/** What Linux calls so may do something else here. */
const changeOption = deciding(change());
const foreignOption: EsxiFixer = (problem, source) =>
	isSeveral(problem)
		? removeOptions(problem, source)
		: textFact(problem, 'replacement') === ''
			? removeOption(problem, source)
			: changeOption(problem, source);

const add =
	(...options: readonly string[]): EsxiFixer =>
	problem =>
		options.flatMap(option => addAt(problem, option, 'decides') ?? []);

const commandAtEnd = lastCommand(esxiFile);

const setInterpreter: EsxiFixer = problem => {
	const wanted = textFact(problem, 'wanted');
	const start = offsetFact(problem, 'valueStart');
	const end = offsetFact(problem, 'valueEnd');
	if (start !== undefined && end !== undefined)
		return decides(t('Change to {wanted}', { wanted }), replace({ start, end }, wanted));
	return addAt(problem, `--interpreter=${wanted}`, 'safe');
};

/** ESXi knows no end tags, so they say nothing. */
const removeEndTag: EsxiFixer = (problem, source) =>
	removeLine(problem, source).map(fix => ({ ...fix, effect: 'safe' }));

/** What ESXi calls otherwise is called so; the lines of the other format say more, which goes. */
const foreignCommandFix: EsxiFixer = (problem, source) => {
	if (textFact(problem, 'name').startsWith('%')) return undefined;
	const counterpart = textFact(problem, 'counterpart');
	const line = /^[^\n\r#]*/.exec(source.text.slice(problem.start))?.[0].trimEnd() ?? '';
	if (counterpart !== 'vmaccepteula' && counterpart !== 'reboot') return removeLine(problem, source);
	return loses(
		t('Change to {counterpart}', { counterpart }),
		replace({ start: problem.start, end: problem.start + line.length }, counterpart),
	);
};

/** Quick fixes by rule code and facts. */
export const esxiFixes: Fixers<UnattendSource> = {
	'esxi-unknown-command': changeCommand,
	'esxi-unknown-section': change(),
	'esxi-unknown-option': change(),
	'esxi-foreign-command': foreignCommandFix,
	'esxi-foreign-option': foreignOption,
	'esxi-unlisted-option': (problem, source) => (isSeveral(problem) ? removeOptions : removeOption)(problem, source),
	'esxi-value-apart': joinValue,
	'esxi-extra-argument': change(),
	'esxi-copied': removeCopied(esxiFile),
	'esxi-copied-character': removeCopied(esxiFile),
	'esxi-line-continuation': joinLines(esxiFile),
	'esxi-command-separator': splitLines(esxiFile),
	'esxi-uncertain-option': removeOption,
	'esxi-static-only-option': removeOption,
	'esxi-value': partOptions,
	'esxi-value-unusual': partOptions,
	'esxi-flag-value': changeFlag,
	'esxi-keyboard': changeValue(),
	'esxi-disk-filter': changeValue(),
	'esxi-no-target-disk': add('--firstdisk=local'),
	'esxi-vmfs-undecided': add('--overwritevmfs', '--preservevmfs'),
	'esxi-options-exclude': removeOption,
	'esxi-option-needs': removeOption,
	'esxi-command-repeated': removeLine,
	'esxi-commands-conflict': removeLine,
	'esxi-stray-end': removeEndTag,
	'esxi-no-licence-agreement': lineAbove('vmaccepteula'),
	'esxi-no-install': commandAtEnd('install --firstdisk=local --overwritevmfs'),
	'esxi-no-reboot': commandAtEnd('reboot'),
	'esxi-password-format': problem => addAt(problem, '--iscrypted', 'safe'),
	'esxi-interpreter': setInterpreter,
	'esxi-command-before-install': problem => decides(t('Change to localcli'), replace(problem, 'localcli')),
};
