import {
	type CodeAction,
	CodeActionKind,
	type Diagnostic,
	type Range,
	type TextEdit,
} from 'vscode-languageserver-types';
import type { Fact } from '../../rules/rule';
import type { UnattendSource } from '../unattendSource';
import { readingOf } from './reading';
import { timesourceFix } from './timesourceFix';

/** Quick fixes by rule code and facts. */
export function kickstartFixes(
	source: UnattendSource,
	_range: Range,
	diagnostics: readonly Diagnostic[],
): CodeAction[] {
	return diagnostics.flatMap(diagnostic => {
		const recipe = recipes[String(diagnostic.code)];
		const fix = recipe?.(situationOf(source, diagnostic));
		if (!fix) return [];
		return [
			{
				title: fix.title,
				kind: CodeActionKind.QuickFix,
				diagnostics: [diagnostic],
				isPreferred: !fix.careful,
				edit: { changes: { [source.document.uri]: [...fix.edits] } },
			},
		];
	});
}

/** A change to offer. */
export interface Fix {
	readonly title: string;
	readonly edits: readonly TextEdit[];
	/** Not to be applied without a look: it changes what the installation does. */
	readonly careful?: boolean;
}

/** A report, and what its fix needs to know. */
export interface Situation {
	readonly source: UnattendSource;
	readonly range: Range;
	readonly start: number;
	readonly end: number;
	readonly facts: Readonly<Record<string, Fact | undefined>>;
}

function situationOf(source: UnattendSource, { range, data }: Diagnostic): Situation {
	const facts = typeof data === 'object' && data !== null ? (data as Record<string, Fact | undefined>) : {};
	return {
		source,
		range,
		facts,
		start: source.document.offsetAt(range.start),
		end: source.document.offsetAt(range.end),
	};
}

type Recipe = (situation: Situation) => Fix | undefined;

const text = ({ facts }: Situation, name: string): string => String(facts[name] ?? '');
const offset = ({ facts }: Situation, name: string): number | undefined => {
	const fact = facts[name];
	return typeof fact === 'number' && fact >= 0 ? fact : undefined;
};

const edit = ({ source: { document } }: Situation, start: number, end: number, newText: string): TextEdit => ({
	range: { start: document.positionAt(start), end: document.positionAt(end) },
	newText,
});

const replace: Recipe = situation => {
	const replacement = text(situation, 'replacement');
	if (replacement === 'timesource') return timesourceFix(situation);
	const now = situation.source.text.slice(situation.start, situation.end);
	// An option is replaced by an option only, a tag by a tag.
	if (replacement === '' || (replacement[0] === '-') !== (now[0] === '-')) return undefined;
	return { title: `Change to ${replacement}`, edits: [edit(situation, situation.start, situation.end, replacement)] };
};

const deleteLine: Recipe = situation => {
	const { text: whole } = situation.source;
	const from = whole.lastIndexOf('\n', situation.start - 1) + 1;
	const lineBreak = whole.indexOf('\n', situation.start);
	return {
		title: 'Delete this line',
		edits: [edit(situation, from, lineBreak < 0 ? whole.length : lineBreak + 1, '')],
	};
};

const insertOptions =
	(fact: string): Recipe =>
	situation => {
		const at = offset(situation, 'insertAt');
		const options = situation.facts[fact];
		if (at === undefined || !Array.isArray(options)) return undefined;
		const names = options.map(name => String(name).replaceAll('"', ''));
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
		const at = offset(situation, 'insertAt');
		return at === undefined ? undefined : { title, edits: [edit(situation, at, at, what(situation))] };
	};

const lineAbove =
	(line: string, title = `Add "${line}"`, careful = false): Recipe =>
	situation => {
		const at = situation.source.text.lastIndexOf('\n', situation.start - 1) + 1;
		return { title, edits: [edit(situation, at, at, `${line}\n`)], careful };
	};

/** Before the first section, or at the end of the file. */
const lastCommand =
	(line: string): Recipe =>
	situation => {
		const { text: whole } = situation.source;
		const at = readingOf(situation.source).file.sections[0]?.header.start ?? whole.length;
		const glue = at > 0 && whole[at - 1] !== '\n' ? '\n' : '';
		return { title: `Add "${line}"`, edits: [edit(situation, at, at, `${glue}${line}\n`)] };
	};

const endTag: Recipe = situation => {
	const { text: whole } = situation.source;
	const at = offset(situation, 'insertAt') ?? whole.length;
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

const joinList: Recipe = situation => {
	const from = offset(situation, 'joinFrom');
	return from === undefined
		? undefined
		: { title: 'Join the list', edits: [edit(situation, from, situation.start, '')] };
};

const recipes: Readonly<Record<string, Recipe>> = {
	'kickstart-unknown-command': replace,
	'kickstart-unknown-option': replace,
	'kickstart-unknown-section': replace,
	'kickstart-option-abbreviated': replace,
	'kickstart-option-removed': replace,
	'kickstart-option-deprecated': replace,
	'kickstart-time-zone': replace,
	'kickstart-locale': replace,
	'kickstart-value': replace,
	'kickstart-command-removed': deleteLine,
	'kickstart-command-deprecated': situation =>
		(text(situation, 'name').startsWith('%') ? replace : deleteLine)(situation),
	'kickstart-command-repeated': deleteLine,
	'kickstart-stray-end': deleteLine,
	'kickstart-flag-value': situation => {
		const from = offset(situation, 'nameEnd');
		return from === undefined
			? undefined
			: { title: 'Delete the value', edits: [edit(situation, from, situation.end, '')] };
	},
	'kickstart-ignored-argument': situation => ({
		title: 'Delete the arguments',
		edits: [edit(situation, offset(situation, 'deleteFrom') ?? situation.start, situation.end, '')],
	}),
	'kickstart-required-option': insertOptions('options'),
	'kickstart-options-require': insertOptions('needed'),
	'kickstart-static-network': insertOptions('options'),
	'kickstart-section-unclosed': endTag,
	'kickstart-unclosed-quote': closeQuote,
	'kickstart-extra-argument': joinList,
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
	'kickstart-no-reboot': lastCommand('reboot'),
	'kickstart-no-partitioning': situation => {
		const fix = lastCommand('autopart')(situation);
		return fix && { ...fix, careful: true };
	},
	'kickstart-missing-command': situation => {
		const line = missingCommands[text(situation, 'name')];
		return line === undefined ? undefined : lineAbove(line)(situation);
	},
	'kickstart-first-boot': situation => ({
		title: 'Change to --disable',
		edits: [edit(situation, situation.start, situation.end, '--disable')],
	}),
	'kickstart-interpreter': insertAtFact(
		situation => ` --interpreter=${text(situation, 'program')}`,
		'Run the script with its interpreter',
	),
};
