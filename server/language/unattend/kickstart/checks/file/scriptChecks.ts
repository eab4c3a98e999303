import { english } from '../../../../../texts/texts';
import { nearestName } from '../../../../macros/nearestName';
import { type Problem, problem } from '../../../../problem';
import { parseArguments } from '../../../statements/parseArguments';
import type { Section } from '../../../statements/readStatements';
import { isOpen } from '../../../statements/statementFile';
import { commandOf, sectionEntries } from '../../commandTable';
import type { KickstartFile } from '../../kickstartFile';
import { optionValue } from '../../names';

/** Script sections whose body the installer would run otherwise than it is written. */
export function checkScripts(file: KickstartFile): Problem[] {
	return file.sections
		.filter(({ name }) => sectionEntries.get(name)?.body?.startsWith('shell'))
		.flatMap(section => [...checkInterpreter(file, section), ...checkLineEnds(file, section)]);
}

function checkLineEnds({ source }: KickstartFile, { bodyStart, bodyEnd, header }: Section): Problem[] {
	// Searched in the body alone: from each of many sections to the end of the file would take quadratic time.
	const body = source.text.slice(bodyStart, bodyEnd);
	return body.includes('\r') ? [problem('kickstart-script-line-ends', header.head, {})] : [];
}

function checkInterpreter(file: KickstartFile, { header, name, bodyStart, bodyEnd }: Section): Problem[] {
	const { text, masked } = file.source;
	const line = /^\s*#![^\S\n]*(\S+)(?:[^\S\n]+(\S+))?/.exec(text.slice(bodyStart, Math.min(bodyEnd, bodyStart + 500)));
	const command = commandOf(name, file.target.release);
	if (!command) return [];
	const value = optionValue(
		{ statement: header, command, args: parseArguments(header, command, masked) },
		'--interpreter',
	);
	if (value && isOpen(file.source, value.start, value.end)) return [];
	const used = value?.text ?? '/bin/sh';
	if (value && /^[\w.+-]+$/.test(value.text))
		return [problem('kickstart-interpreter-path', value, { value: value.text })];
	if (value && !isKnown(value.text)) {
		const near = nearestName(nameOf(value.text), interpreters);
		const replacement = near === undefined ? undefined : value.text.replace(/[^/]*$/, near);
		if (replacement !== undefined)
			return [problem('kickstart-form', value, { ...interpreterForm, value: value.text, replacement })];
	}
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

const interpreters: readonly string[] =
	'sh bash dash ksh mksh zsh csh tcsh fish python platform-python perl ruby node lua php expect tclsh env awk gawk'.split(
		' ',
	);
const interpreterForm = { place: '"--interpreter"', expected: english('an interpreter such as /bin/bash') };
const nameOf = (program: string): string => program.split('/').at(-1) ?? '';

/** True for the usual interpreters, and for names that are like none of them. */
const isKnown = (program: string): boolean => interpreters.includes(nameOf(program).replace(/[\d.]+$/, ''));

/** Shells of one kind and versions of one language count as the same. */
function family(program: string): string {
	const name = nameOf(program);
	return /^(?:ba|da|k|z)?sh$/.test(name) ? 'sh' : name.replace(/[\d.]+$/, '');
}
