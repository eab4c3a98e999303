import { appendAll } from '../../../../appendAll';
import { type Problem, problem } from '../../../../problem';
import type { Section } from '../../../statements/readStatements';
import { isOpen } from '../../../statements/statementFile';
import { readWords } from '../../../statements/words';
import type { KickstartFile } from '../../kickstartFile';

/** Group lines of `%packages` take two options, which exclude each other. */
export function checkPackages(file: KickstartFile, { bodyStart, bodyEnd }: Section): Problem[] {
	const { masked } = file.source;
	const problems: Problem[] = [];
	let start = bodyStart;
	while (start < bodyEnd) {
		const lineBreak = masked.indexOf('\n', start);
		const end = lineBreak < 0 ? bodyEnd : Math.min(lineBreak, bodyEnd);
		const line = masked.slice(start, end);
		if (/^\s*-?@/.test(line) && line.includes('--') && !isOpen(file.source, start, end))
			appendAll(problems, checkGroup(masked, start, end));
		start = end + 1;
	}
	return problems;
}

function checkGroup(masked: string, start: number, end: number): Problem[] {
	const { words } = readWords(masked, { start, end });
	const options = words.filter(({ text }) => text === '--nodefaults' || text === '--optional');
	const [first, second] = options;
	if (!first || !second || first.text === second.text) return [];
	return [problem('kickstart-options-exclude', second, { options: ['"--nodefaults"', '"--optional"'] })];
}
