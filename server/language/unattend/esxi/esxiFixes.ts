import type { CodeAction, Diagnostic, Range } from 'vscode-languageserver-types';
import { carefully, deleteLine, deleteValue, lastCommand, lineAbove, replace } from '../statements/lineRecipes';
import { edit, fixesBy, namesFact, offsetFact, type Recipe, textFact } from '../statements/recipe';
import type { UnattendSource } from '../unattendSource';
import { esxiReading } from './esxiReading';

/** Quick fixes by rule code and facts. */
export const esxiFixes = (source: UnattendSource, _range: Range, diagnostics: readonly Diagnostic[]): CodeAction[] =>
	fixesBy(recipes, source, diagnostics);

/** An option with its value and the blank before it. */
const dropOption: Recipe = situation => {
	const { text: whole } = situation.source;
	let from = situation.start;
	while (from > 0 && /[ \t]/.test(whole[from - 1] ?? '')) from--;
	const [value = ''] = /^=(?:"[^"\n]*"|'[^'\n]*'|\S)*/.exec(whole.slice(situation.end)) ?? [];
	const title = `Delete ${whole.slice(situation.start, situation.end)}`;
	return { title, edits: [edit(situation, from, situation.end + value.length, '')] };
};

const foreignOption: Recipe = situation => replace(situation) ?? dropOption(situation);

const append =
	(...options: readonly string[]): Recipe =>
	situation => {
		const at = offsetFact(situation, 'insertAt');
		if (at === undefined) return undefined;
		return options.map(option => ({
			title: `Add ${option}`,
			edits: [edit(situation, at, at, ` ${option}`)],
			careful: true,
		}));
	};

const appendMissing: Recipe = situation => {
	const names = namesFact(situation, 'options') ?? [];
	return append(names.map(name => `${name}=`).join(' '))(situation);
};

const commandAtEnd = lastCommand(source => esxiReading(source).file);

const setInterpreter: Recipe = situation => {
	const wanted = textFact(situation, 'wanted');
	const from = offsetFact(situation, 'valueStart');
	const to = offsetFact(situation, 'valueEnd');
	const at = offsetFact(situation, 'insertAt');
	const title = `Run the script with ${wanted}`;
	if (from !== undefined && to !== undefined) return { title, edits: [edit(situation, from, to, wanted)] };
	return at === undefined ? undefined : { title, edits: [edit(situation, at, at, ` --interpreter=${wanted}`)] };
};

const recipes: Readonly<Record<string, Recipe>> = {
	'esxi-unknown-command': replace,
	'esxi-unknown-section': replace,
	'esxi-unknown-option': replace,
	'esxi-foreign-command': situation =>
		textFact(situation, 'name').startsWith('%') ? undefined : deleteLine(situation),
	'esxi-foreign-option': foreignOption,
	'esxi-unlisted-option': dropOption,
	'esxi-uncertain-option': dropOption,
	'esxi-static-only-option': dropOption,
	'esxi-flag-value': deleteValue,
	'esxi-keyboard': replace,
	'esxi-disk-filter': replace,
	'esxi-required-option': appendMissing,
	'esxi-static-network': appendMissing,
	'esxi-no-gateway': append('--gateway='),
	'esxi-no-target-disk': append('--firstdisk=local'),
	'esxi-vmfs-undecided': append('--overwritevmfs', '--preservevmfs'),
	'esxi-options-exclude': carefully(dropOption),
	'esxi-option-needs': carefully(dropOption),
	'esxi-command-repeated': carefully(deleteLine),
	'esxi-commands-conflict': carefully(deleteLine),
	'esxi-stray-end': deleteLine,
	'esxi-no-licence-agreement': carefully(lineAbove('vmaccepteula')),
	'esxi-no-install': commandAtEnd('install --firstdisk=local --overwritevmfs', true),
	'esxi-no-reboot': commandAtEnd('reboot', true),
	'esxi-password-format': append('--iscrypted'),
	'esxi-interpreter': setInterpreter,
	'esxi-command-before-install': situation => ({
		title: 'Change to localcli',
		edits: [edit(situation, situation.start, situation.end, 'localcli')],
	}),
};
