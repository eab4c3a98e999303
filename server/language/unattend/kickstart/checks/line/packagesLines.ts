import { type Problem, problem } from '../../../../problem';
import type { Section } from '../../../statements/readStatements';
import { isOpen } from '../../../statements/statementReading';
import { commandEntries } from '../../commandTable';
import type { Reading } from '../../reading';

/** Lines of `%packages` that are no package: a command, an option, several names, a group with a blank. */
export function checkPackageLines(reading: Reading, { bodyStart, bodyEnd }: Section): Problem[] {
	const { masked } = reading.source;
	const problems: Problem[] = [];
	let environment: string | undefined;
	for (const { 0: line, index } of masked.slice(bodyStart, bodyEnd).matchAll(/^.*$/gm)) {
		const text = (line.split('#')[0] ?? '').trim();
		const start = bodyStart + index + line.indexOf(text);
		const place = { start, end: start + text.length };
		if (text === '' || text.startsWith('%') || isOpen(reading.source, place.start, place.end)) continue;
		const wrong = wrongLine(text);
		if (wrong !== undefined) problems.push(problem('kickstart-packages-line', place, { line: shortened(text), wrong }));
		else if (text.startsWith('@^')) {
			if (environment !== undefined && environment !== text)
				problems.push(problem('kickstart-packages-environment', place, { name: text, other: environment }));
			environment = text;
		}
	}
	return problems;
}

const shortened = (text: string): string => (text.length > 30 ? `${text.slice(0, 30)}…` : text);

function wrongLine(text: string): string | undefined {
	const [first = '', second] = text.split(/\s+/);
	if (first.startsWith('--')) return 'an option belongs on the line of %packages';
	if (/^-?@\^?$/.test(first)) return 'the name follows the @ without a blank';
	if (text.includes(',') && !text.startsWith('@')) return 'each package stands on a line of its own';
	if (second !== undefined && commandEntries.has(first)) return 'it is a command, and commands stand outside sections';
	return undefined;
}
