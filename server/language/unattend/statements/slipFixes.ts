import { t } from '../../../texts/texts';
import { type Fixer, safe } from '../../quickFix';
import { replace } from '../../textChange';
import type { UnattendSource } from '../unattendSource';
import type { StatementFile } from './statementFile';

type FileOf = (source: UnattendSource) => StatementFile;

/** Puts a command on one line that goes on over several. */
export const joinLines =
	(fileOf: FileOf): Fixer<UnattendSource> =>
	({ start }, source) => {
		const { statements } = fileOf(source);
		const slips = statements.find(({ slips }) => slips?.some(slip => slip.start === start))?.slips;
		const changes = (slips ?? [{ kind: 'goes-on', start }]).flatMap(slip => {
			const gap = /^\\[^\S\n]*(?:\n[^\S\n]*)?/.exec(source.text.slice(slip.start, slip.start + 400))?.[0];
			return slip.kind !== 'goes-on' || gap === undefined
				? []
				: [replace({ start: slip.start, end: slip.start + gap.length }, '')];
		});
		return changes.length === 0 ? undefined : safe(t('Join the lines'), ...changes);
	};

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
