import { type Problem, problem } from '../../../../problem';
import { parseArguments } from '../../../statements/parseArguments';
import type { Section } from '../../../statements/readStatements';
import { isOpen } from '../../../statements/statementReading';
import { commandOf, sectionEntries } from '../../commandTable';
import { optionValue } from '../../names';
import type { Reading } from '../../reading';

/** Script sections whose body the installer would run otherwise than it is written. */
export function checkScripts(reading: Reading): Problem[] {
	return reading.file.sections
		.filter(({ name }) => sectionEntries.get(name)?.body?.startsWith('shell'))
		.flatMap(section => [...checkInterpreter(reading, section), ...checkLineEnds(reading, section)]);
}

function checkLineEnds({ source }: Reading, { bodyStart, bodyEnd, header }: Section): Problem[] {
	// Searched in the body alone: from each of many sections to the end of the file would take quadratic time.
	const body = source.text.slice(bodyStart, bodyEnd);
	return body.includes('\r') ? [problem('kickstart-script-line-ends', header.head, {})] : [];
}

function checkInterpreter(reading: Reading, { header, name, bodyStart, bodyEnd }: Section): Problem[] {
	const { text, masked } = reading.source;
	const line = /^\s*#![^\S\n]*(\S+)(?:[^\S\n]+(\S+))?/.exec(text.slice(bodyStart, Math.min(bodyEnd, bodyStart + 500)));
	const command = commandOf(name, reading.target.release);
	if (!command) return [];
	const value = optionValue(
		{ statement: header, command, args: parseArguments(header, command, masked) },
		'--interpreter',
	);
	if (value && isOpen(reading.source, value.start, value.end)) return [];
	const used = value?.text ?? '/bin/sh';
	if (value && /^[\w.+-]+$/.test(value.text))
		return [problem('kickstart-interpreter-path', value, { value: value.text })];
	if (!line) return [];
	const [whole, program = '', argument] = line;
	const wanted = program.endsWith('/env') && argument ? argument : program;
	if (family(wanted) === family(used)) return [];
	const start = bodyStart + whole.indexOf('#!');
	return [
		problem(
			'kickstart-interpreter',
			{ start, end: bodyStart + whole.length },
			{
				wanted,
				used,
				section: name,
				insertAt: value ? -1 : header.head.end,
				program,
			},
		),
	];
}

/** Shells of one kind and versions of one language count as the same. */
function family(program: string): string {
	const name = program.split('/').at(-1) ?? '';
	return /^(?:ba|da|k|z)?sh$/.test(name) ? 'sh' : name.replace(/[\d.]+$/, '');
}
