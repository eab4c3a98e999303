import { t } from '../../../texts/texts';
import { decides, type Fixer, safe } from '../../quickFix';
import { replace } from '../../textChange';
import type { UnattendSource } from '../unattendSource';
import type { Option } from './command';
import type { Arguments } from './parseArguments';
import type { Statement } from './readStatements';
import { removeOptions } from './unknownOptions';
import type { Word } from './words';

/** A line with words beyond those that its command takes. */
interface ExtraWords {
	readonly statement: Statement;
	readonly args: Arguments;
	readonly options: ReadonlyMap<string, Option>;
	/** The words too many, in order. */
	readonly extra: readonly Word[];
	/** The last argument may be any text, which may have wanted quotes. */
	readonly endsInText: boolean;
	/** Something has to stand on the line. */
	readonly isNeeded: boolean;
	/** An option whose value may be any text. */
	isText(option: Option): boolean;
}

/** What the first of the words may have been meant as, as facts for the fix. */
export function extraFacts(line: ExtraWords): Readonly<Record<string, string | number | readonly string[]>> {
	const { extra } = line;
	const [first] = extra;
	if (!first) return {};
	const meant = meantWord(first, line);
	if (meant !== undefined) return { replacement: meant };
	return { ...(line.isNeeded ? {} : { places: placesOf(extra) }), ...quotedFacts(first, line) };
}

/** From where to where the words go; those with one blank between them are one place, since a line can be long. */
function placesOf(words: readonly Word[]): string[] {
	const places: { readonly start: number; end: number }[] = [];
	for (const { start, end } of words) {
		const last = places.at(-1);
		if (last && start - last.end === 1) last.end = end;
		else places.push({ start, end });
	}
	return places.map(({ start, end }) => `${start}-${end}`);
}

function meantWord({ text, quoted }: Word, { options, args }: ExtraWords): string | undefined {
	const isFree = options.has('--url') && !args.options.some(({ option }) => option.canonical === '--url');
	if (isFree && /^[a-z]+:\/\/\S+$/.test(text)) return `--url=${text}`;
	if (quoted) return undefined;
	const [name = ''] = /^[A-Za-z][\w-]*/.exec(text) ?? [];
	if (options.has(`--${name}`) && (text === name || text[name.length] === '=')) return `--${text}`;
	return /^(?:\/\/|;|\/\*)/.test(text) ? text.replace(/^(?:\/\/|;|\/\*)/, '#') : undefined;
}

/** An option's value of several words needs quotes, and so does a text as the last argument. */
function quotedFacts(first: Word, { statement: { words }, extra, args, endsInText, isText }: ExtraWords) {
	const at = words.indexOf(first);
	const before = words[at - 1];
	if (!before || before.quoted) return {};
	const many = extra.findIndex((word, nth) => word !== words[at + nth]);
	const to = extra[many < 0 ? extra.length - 1 : many - 1]?.end ?? first.end;
	const used = args.options.find(({ value }) => value?.end === before.end);
	if (used?.value && isText(used.option)) return { quoteFrom: used.value.start, quoteTo: to };
	return endsInText && args.positionals.includes(before) ? { quoteFrom: before.start, quoteTo: to } : {};
}

/** Puts right what is meant otherwise, puts quotes around what belongs together, or takes out what is too much. */
export const cureExtraWords: Fixer<UnattendSource> = (problem, { text }) => {
	const { replacement, quoteFrom, quoteTo } = problem.facts;
	if (typeof replacement === 'string')
		return safe(t('Change to {replacement}', { replacement }), replace(problem, replacement));
	const removal = removeOptions(problem, { text }).map(fix => ({ ...fix, title: t('Remove what is too much') }));
	if (typeof quoteFrom !== 'number' || typeof quoteTo !== 'number') return removal;
	const whole = text.slice(quoteFrom, quoteTo);
	if (/["'\\\n]/.test(whole)) return removal;
	return [decides(t('Put quotes around it'), replace({ start: quoteFrom, end: quoteTo }, `"${whole}"`)), ...removal];
};
