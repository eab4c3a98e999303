import { t } from '../../../texts/texts';
import { type Fixer, safe } from '../../quickFix';
import { replace, type TextChange } from '../../textChange';
import type { UnattendSource } from '../unattendSource';
import type { LineSlip } from './lineSlips';
import type { StatementFile } from './statementFile';

type FileOf = (source: UnattendSource) => StatementFile;

/** Puts a command on one line that goes on over several; where it does not go on, the backslash goes. */
export const joinLines =
	(fileOf: FileOf): Fixer<UnattendSource> =>
	({ start }, source) => {
		const { statements } = fileOf(source);
		const { slips } = statements.find(({ slips }) => slips?.some(slip => slip.start === start)) ?? {};
		const goingOn = slips?.filter(({ kind }) => kind === 'goes-on') ?? [ofHeader(source, start)];
		const title = goingOn.some(({ next }) => next !== undefined) ? t('Join the lines') : t('Remove the mark');
		const changes = goingOn.map(slip => joined(source, slip));
		// A line that holds nothing but the mark lies between two of them: its blanks go only once.
		const apart = changes.map((change, at) => ({
			...change,
			start: Math.max(change.start, changes[at - 1]?.end ?? 0),
		}));
		return safe(title, ...apart);
	};

/** A section's header goes on in options alone. */
function ofHeader({ text }: UnattendSource, start: number): Pick<LineSlip, 'start' | 'next'> {
	const [gap] = /^\\[^\S\n]{0,400}\n[^\S\n]{0,400}(?=--)/.exec(text.slice(start, start + 802)) ?? [];
	return gap === undefined ? { start } : { start, next: start + gap.length };
}

function joined({ text }: UnattendSource, { start, next }: Pick<LineSlip, 'start' | 'next'>): TextChange {
	const line = text.slice(text.lastIndexOf('\n', start) + 1, start);
	if (next === undefined) return replace({ start: start - line.length + line.trimEnd().length, end: start + 1 }, '');
	// A shell takes both ends for one word; an option begins another.
	const isOneWord =
		/[\s=,]$/.test(line) || (text[next - 1] === '\n' && text[next] !== '-' && !/\s-[^\s=]*$/.test(line));
	return replace({ start, end: next }, isOneWord ? '' : ' ');
}

/** Puts commands that share a line on lines of their own, everywhere. */
export const splitLines =
	(fileOf: FileOf): Fixer<UnattendSource> =>
	(_problem, source) => {
		const slips = fileOf(source).statements.flatMap(({ slips = [] }) => slips);
		const separators = slips.filter(({ kind }) => kind !== 'goes-on');
		const changes = separators.map(({ kind, start, end, next }) => {
			if (kind === 'together')
				return replace({ start: source.text.slice(0, start).trimEnd().length, end: start }, '\n');
			return replace({ start, end: next ?? end }, next === undefined ? '' : '\n');
		});
		const isSplit = separators.some(({ kind, next }) => kind === 'together' || next !== undefined);
		return safe(isSplit ? t('Put each command on a line of its own') : t('Remove the mark'), ...changes);
	};
