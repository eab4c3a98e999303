import {
	type CodeAction,
	CodeActionKind,
	type Diagnostic,
	type Range,
	type TextEdit,
} from 'vscode-languageserver-types';
import type { Fact } from '../../rules/rule';
import type { UnattendSource } from '../unattendSource';
import { esxiReading } from './esxiReading';

interface Situation {
	readonly source: UnattendSource;
	readonly start: number;
	readonly end: number;
	readonly facts: Readonly<Record<string, Fact | undefined>>;
}

interface Fix {
	readonly title: string;
	readonly edit: TextEdit;
	/** Not to be applied without a look: it changes what the installation does, or leaves a gap to fill. */
	readonly careful?: boolean;
}

type Recipe = (situation: Situation) => Fix | readonly Fix[] | undefined;

/** Quick fixes by rule code and facts. */
export function esxiFixes(source: UnattendSource, _range: Range, diagnostics: readonly Diagnostic[]): CodeAction[] {
	return diagnostics.flatMap(diagnostic => {
		const fixes = recipes[String(diagnostic.code)]?.(situationOf(source, diagnostic)) ?? [];
		return [fixes].flat().map(({ title, edit, careful }) => ({
			title,
			kind: CodeActionKind.QuickFix,
			diagnostics: [diagnostic],
			isPreferred: !careful,
			edit: { changes: { [source.document.uri]: [edit] } },
		}));
	});
}

const situationOf = (source: UnattendSource, { range, data }: Diagnostic): Situation => ({
	source,
	start: source.document.offsetAt(range.start),
	end: source.document.offsetAt(range.end),
	facts: typeof data === 'object' && data !== null ? (data as Record<string, Fact | undefined>) : {},
});

const text = ({ facts }: Situation, name: string): string => String(facts[name] ?? '');
const offset = ({ facts }: Situation, name: string): number | undefined => {
	const fact = facts[name];
	return typeof fact === 'number' && fact >= 0 ? fact : undefined;
};

const change = ({ source: { document } }: Situation, start: number, end: number, newText: string): TextEdit => ({
	range: { start: document.positionAt(start), end: document.positionAt(end) },
	newText,
});

const replace: Recipe = situation => {
	const replacement = text(situation, 'replacement');
	return replacement === ''
		? undefined
		: { title: `Change to ${replacement}`, edit: change(situation, situation.start, situation.end, replacement) };
};

const deleteLine: Recipe = situation => {
	const { text: whole } = situation.source;
	const from = whole.lastIndexOf('\n', situation.start - 1) + 1;
	const lineBreak = whole.indexOf('\n', situation.start);
	const end = lineBreak < 0 ? whole.length : lineBreak + 1;
	return { title: 'Delete this line', edit: change(situation, from, end, '') };
};

const carefully =
	(recipe: Recipe): Recipe =>
	situation =>
		[recipe(situation) ?? []].flat().map(fix => ({ ...fix, careful: true }));

/** An option with its value and the blank before it. */
const dropOption: Recipe = situation => {
	const { text: whole } = situation.source;
	let from = situation.start;
	while (from > 0 && /[ \t]/.test(whole[from - 1] ?? '')) from--;
	const [value = ''] = /^=(?:"[^"\n]*"|'[^'\n]*'|\S)*/.exec(whole.slice(situation.end)) ?? [];
	const title = `Delete ${whole.slice(situation.start, situation.end)}`;
	return { title, edit: change(situation, from, situation.end + value.length, '') };
};

const foreignOption: Recipe = situation => replace(situation) ?? dropOption(situation);

const append =
	(...options: readonly string[]): Recipe =>
	situation => {
		const at = offset(situation, 'insertAt');
		if (at === undefined) return undefined;
		return options.map(option => ({
			title: `Add ${option}`,
			edit: change(situation, at, at, ` ${option}`),
			careful: true,
		}));
	};

const appendMissing: Recipe = situation => {
	const { options } = situation.facts;
	const names = Array.isArray(options) ? options.map(name => String(name).replaceAll('"', '')) : [];
	return append(names.map(name => `${name}=`).join(' '))(situation);
};

/** Before the first section, or at the end of the file. */
const addCommand =
	(line: string, careful = false): Recipe =>
	situation => {
		const { text: whole } = situation.source;
		const at = esxiReading(situation.source).file.sections[0]?.header.start ?? whole.length;
		const glue = at > 0 && whole[at - 1] !== '\n' ? '\n' : '';
		return { title: `Add "${line}"`, edit: change(situation, at, at, `${glue}${line}\n`), careful };
	};

const firstLine =
	(line: string): Recipe =>
	situation => {
		const at = situation.source.text.lastIndexOf('\n', situation.start - 1) + 1;
		return { title: `Add "${line}"`, edit: change(situation, at, at, `${line}\n`) };
	};

const setInterpreter: Recipe = situation => {
	const wanted = text(situation, 'wanted');
	const from = offset(situation, 'valueStart');
	const to = offset(situation, 'valueEnd');
	const at = offset(situation, 'insertAt');
	const title = `Run the script with ${wanted}`;
	if (from !== undefined && to !== undefined) return { title, edit: change(situation, from, to, wanted) };
	return at === undefined ? undefined : { title, edit: change(situation, at, at, ` --interpreter=${wanted}`) };
};

const recipes: Readonly<Record<string, Recipe>> = {
	'esxi-unknown-command': replace,
	'esxi-unknown-section': replace,
	'esxi-unknown-option': replace,
	'esxi-foreign-command': situation => (text(situation, 'name').startsWith('%') ? undefined : deleteLine(situation)),
	'esxi-foreign-option': foreignOption,
	'esxi-unlisted-option': dropOption,
	'esxi-uncertain-option': dropOption,
	'esxi-static-only-option': dropOption,
	'esxi-flag-value': situation => {
		const from = offset(situation, 'nameEnd');
		if (from === undefined) return undefined;
		return { title: 'Delete the value', edit: change(situation, from, situation.end, '') };
	},
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
	'esxi-no-licence-agreement': firstLine('vmaccepteula'),
	'esxi-no-install': addCommand('install --firstdisk=local --overwritevmfs', true),
	'esxi-no-reboot': addCommand('reboot'),
	'esxi-password-format': append('--iscrypted'),
	'esxi-interpreter': setInterpreter,
	'esxi-command-before-install': situation => ({
		title: 'Change to localcli',
		edit: change(situation, situation.start, situation.end, 'localcli'),
	}),
};
