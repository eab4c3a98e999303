import { t } from '../../../../texts/texts';
import { type Problem, problem } from '../../../problem';
import { parseArguments } from '../../statements/parseArguments';
import type { Section } from '../../statements/readStatements';
import { isOpen } from '../../statements/statementFile';
import type { EsxiFile } from '../esxiFile';
import { esxiCommands } from '../esxiTable';
import { scriptLines } from './scriptLines';

/** What stands in scripts and does not work there, and what is no script. */
export function checkScripts(file: EsxiFile): Problem[] {
	const secured = file.sections.find(({ name }) => name === '%firstboot');
	return [
		...file.sections.flatMap(section => checkSection(file, section)),
		...commandsInScripts(file).map(({ name, section, start, end }) =>
			problem('esxi-command-in-script', { start, end }, { name, section }),
		),
		...(secured ? [problem('esxi-first-boot-secure-boot', secured.header.head, {})] : []),
	];
}

interface Misplaced {
	readonly name: string;
	readonly section: string;
	readonly start: number;
	readonly end: number;
}

/** Lines that no shell could mean; `reboot` and the like are commands of the shell as well. */
const unmistakable =
	/^[ \t]*((?:vm)?accepteula(?=[ \t\r]*$)|rootpw(?=[ \t]+\S)|install(?=[ \t]+--(?:firstdisk|disk|drive)\b)|(?:installorupgrade|upgrade)(?=[ \t]+--(?:firstdisk|disk|drive)\b)|clearpart(?=[ \t]+--)|network(?=[ \t]+--bootproto\b)|(?:vm)?serialnum(?=[ \t]+--esx\b)|keyboard(?=[ \t]+['"\w]+(?:[ \t]\w+['"])?[ \t\r]*$))/;

/** Commands of the installer that stand behind a section's header. */
export function commandsInScripts({ source, sections }: EsxiFile): Misplaced[] {
	return sections.flatMap(section =>
		scriptLines(source.masked, section).flatMap(({ text, start }) => {
			const found = unmistakable.exec(text);
			const [whole = '', name = ''] = found ?? [];
			const at = start + whole.length - name.length;
			return found ? [{ name, section: section.name, start: at, end: at + name.length }] : [];
		}),
	);
}

function checkSection(file: EsxiFile, section: Section): Problem[] {
	const { text, masked } = file.source;
	const problems = checkInterpreter(file, section);
	if (text.slice(section.bodyStart, section.bodyEnd).includes('\r'))
		problems.push(problem('esxi-script-line-ends', section.header.head, {}));
	for (const line of scriptLines(masked, section)) {
		if (/^%end\b/.test(line.text))
			problems.push(
				problem(
					'esxi-stray-end',
					{ start: line.start, end: line.start + 4 },
					{ place: t('the script of {section}', { section: section.name }) },
				),
			);
		const early = section.name === '%pre' ? /^[ \t]*(esxcli)\b/.exec(line.text) : undefined;
		if (early) {
			const end = line.start + early[0].length;
			problems.push(problem('esxi-command-before-install', { start: end - 'esxcli'.length, end }, {}));
		}
	}
	return problems;
}

const pythonLine = /^(?:import[ \t]+\w+|from[ \t]+\w+[ \t]+import\b|def[ \t]+\w+\(.*\):|print\()/m;
const shellLine = /^(?:esxcli|vim-cmd|localcli|echo|export|if[ \t]+\[|fi$|done$|\w+=\$\(|sleep[ \t]+\d)/m;

function checkInterpreter({ source }: EsxiFile, { header, name, bodyStart, bodyEnd }: Section): Problem[] {
	const command = esxiCommands().get(name);
	if (!command || header.unclosed !== undefined) return [];
	const { options, faults, positionals } = parseArguments(header, command, source.masked);
	// What is wrong in the header is told there.
	if (faults.length > 0 || positionals.length > 0) return [];
	const value = options.findLast(({ option }) => option.name === '--interpreter')?.value;
	if (value && isOpen(source, value.start, value.end)) return [];
	const used = value?.text ?? 'busybox';
	const body = source.masked.slice(bodyStart, bodyEnd);
	const wanted = writtenFor(body);
	if (wanted === undefined || wanted === used || (used !== 'python' && used !== 'busybox')) return [];
	const at = bodyStart + (/\S/.exec(body)?.index ?? 0);
	const lineEnd = source.text.indexOf('\n', at);
	return [
		problem(
			'esxi-interpreter',
			{ start: at, end: lineEnd < 0 ? bodyEnd : lineEnd },
			{
				wanted,
				used,
				...(value ? { valueStart: value.start, valueEnd: value.end } : { insertAt: header.head.end }),
			},
		),
	];
}

/** The language of a script, when it is plain: its first line names it, or only one of the two could be meant. */
function writtenFor(body: string): 'python' | 'busybox' | undefined {
	const named = /^\s*#![^\n]*?\b(python|sh|bash|ash|busybox)[\d.]*\s*$/m.exec(body.slice(0, 300))?.[1];
	if (named !== undefined) return named === 'python' ? 'python' : 'busybox';
	const python = pythonLine.test(body);
	const shell = shellLine.test(body);
	return python === shell ? undefined : python ? 'python' : 'busybox';
}
