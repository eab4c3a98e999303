import { type Problem, problem } from '../problem';
import type { FinishedFile, Substitution } from './finishedFile';
import { unresolvedReason } from './unresolvedReason';

/** What macros leave open in a finished file; offsets are those of the finished text. */
export function finishedProblems({ substitutions }: FinishedFile): Problem[] {
	return substitutions.flatMap(substitution => openProblem(substitution) ?? []);
}

function openProblem({ macro, becomes, start, end }: Substitution): Problem | undefined {
	const name = `#${macro.name}#`;
	if ('unresolved' in becomes)
		return problem('preview-unresolved', { start, end }, { macro: name, reason: unresolvedReason[becomes.unresolved] });
	return becomes.origin === 'absent' ? problem('preview-instance-absent', { start, end }, { macro: name }) : undefined;
}
