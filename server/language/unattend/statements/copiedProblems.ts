import { t } from '../../../texts/texts';
import { type Problem, problem } from '../../problem';
import { type Fixer, loses, safe } from '../../quickFix';
import type { UnattendSource } from '../unattendSource';
import type { CopyMark } from './copyMark';
import type { StatementFile } from './statementFile';

/** The rules of a dialect about what was copied along. */
interface CopyRules {
	/** For what the installer takes for a command, or stops at. */
	readonly refused: 'kickstart-copied' | 'esxi-copied';
	/** For what may become a part of a value. */
	readonly taken: 'kickstart-copied-character' | 'esxi-copied-character';
}

/** What was copied along with a file, each sort once. */
export const copiedProblems = (
	{ copied }: StatementFile,
	rules: CopyRules,
	isRefused: (mark: CopyMark) => boolean,
): Problem[] =>
	copied.map(mark => {
		const code = mark.isCharacter && !isRefused(mark) ? rules.taken : rules.refused;
		const more =
			mark.count < 2
				? ''
				: mark.count === 2
					? ` ${t('It stands here and in 1 more place.')}`
					: ` ${t('It stands here and in {count} more places.', { count: mark.count - 1 })}`;
		return problem(code, mark, { what: mark.what, more });
	});

/** Takes out what was copied along, wherever it stands. */
export const removeCopied =
	(fileOf: (source: UnattendSource) => StatementFile): Fixer<UnattendSource> =>
	({ start }, source) =>
		fileOf(source)
			.copied.filter(mark => mark.start === start)
			.flatMap(({ cures }) => cures.map(cure => (cure.loses ? loses : safe)(cure.title, ...cure.changes)));
