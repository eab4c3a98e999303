import { type Problem, problem } from '../problem';
import type { FinishedFile, Substitution } from './finishedFile';
import type { Unresolved } from './macroValues';

/** What macros leave open in a finished file; offsets are those of the finished text. */
export function finishedProblems({ substitutions }: FinishedFile): Problem[] {
	return substitutions.flatMap(substitution => openProblem(substitution) ?? []);
}

function openProblem({ macro, becomes, start, end }: Substitution): Problem | undefined {
	const name = `#${macro.name}#`;
	if ('unresolved' in becomes)
		return problem('preview-unresolved', { start, end }, { macro: name, reason: reasons[becomes.unresolved] });
	return becomes.origin === 'absent' ? problem('preview-instance-absent', { start, end }, { macro: name }) : undefined;
}

const reasons: Readonly<Record<Unresolved, string>> = {
	refused: 'its setting has no value that the deploy dialog takes',
	group: 'it stands for several settings, not for a value',
	broken: 'it is not written as a macro has to be',
	unknown: 'nothing of that name is known',
	unlinked: 'no configuration-settings file is linked',
};
