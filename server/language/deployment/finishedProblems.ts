import { type Problem, problem } from '../problem';
import type { FinishedFile, Substitution } from './finishedFile';
import { unresolvedReason } from './unresolvedReason';

/** What macros leave open in a finished file; offsets are those of the finished text. */
export function finishedProblems({ substitutions }: FinishedFile, config: string): Problem[] {
	return substitutions.flatMap(substitution => openProblem(substitution, config) ?? []);
}

function openProblem({ macro, becomes, start, end }: Substitution, config: string): Problem | undefined {
	const name = `#${macro.name}#`;
	if (macro.isGuess) return problem('macro-single-name', { start, end }, { macro: macro.name, config, hint: '' });
	if ('unresolved' in becomes)
		return problem('preview-unresolved', { start, end }, { macro: name, reason: unresolvedReason[becomes.unresolved] });
	return becomes.origin === 'absent' ? problem('preview-instance-absent', { start, end }, { macro: name }) : undefined;
}
