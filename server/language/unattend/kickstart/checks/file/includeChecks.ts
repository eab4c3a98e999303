import { type Problem, problem } from '../../../../problem';
import type { UnattendSource } from '../../../unattendSource';
import { includeLines } from '../../verbs/kickstartLinks';

/** Included files that the workspace should have and has not. Without a shell that looked, nothing is said. */
export const checkIncludes = (source: UnattendSource): Problem[] =>
	includeLines(source).flatMap(({ path, file }) =>
		file && !file.document ? [problem('kickstart-include-missing', path, { path: path.text })] : [],
	);
