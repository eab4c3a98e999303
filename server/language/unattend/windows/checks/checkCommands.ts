import { type Problem, problem } from '../../../problem';
import type { UnattendSource } from '../../unattendSource';
import type { XmlElement } from '../../xml/parse/xmlNode';
import { textPlace } from '../../xml/parse/xmlTree';
import { onlyText } from '../../xml/xmlPlace';

/** Built into cmd.exe: there is no program of this name. */
const builtIn =
	/^(?:assoc|call|cd|chdir|cls|copy|date|del|dir|echo|endlocal|erase|for|ftype|if|md|mkdir|mklink|move|popd|prompt|pushd|rd|rem|ren|rename|rmdir|set|setlocal|start|time|type|ver|vol)(?=[\s./\\]|$)(?!\.(?:exe|com|cmd|bat))/i;

/** Programs that take such signs as their own. */
const shell = /^"?(?:\S*\\)?(?:cmd|powershell|pwsh|bash|sh|wscript|cscript|mshta)(?:\.exe)?"?(?=\s|$)|^"?%comspec%/i;

/** Settings that hold a command line, which is started without a shell. */
export const holdsCommand = ({ localName, parent }: XmlElement): boolean =>
	(localName === 'Path' && /^Run(As|S)ynchronousCommand$/.test(parent?.localName ?? '')) ||
	(localName === 'CommandLine' && /^(As|S)ynchronousCommand$/.test(parent?.localName ?? ''));

/** Reports what only cmd.exe understands in a command that does not start it. */
export function checkCommand(source: UnattendSource, element: XmlElement): Problem[] {
	const [only] = element.children;
	if (only?.kind === 'text' && shell.test(only.raw.trimStart())) return [];
	const text = onlyText(source, element)?.trim();
	if (text === undefined || text === '' || shell.test(text)) return [];
	const what = builtIn.exec(text)?.[0] ?? /[<>|]|&&/.exec(text.replace(/"[^"]*"?/g, ''))?.[0];
	if (what === undefined) return [];
	return [problem('windows-command-shell', textPlace(element), { what })];
}
