import { t } from '../../../texts/texts';
import type { TextChange } from '../../textChange';
import type { Unwrapper } from './unwrapper';

/** Remarks and blank lines that may stand first; they stay. */
const remarks = /(?:\s|\/\/[^\r\n]*(?![^\r\n])|\/\*(?:[^*]|\*(?!\/))*\*\/|#(?!!)[^\r\n]*(?![^\r\n]))*/y;

const name = '[$@%&]?[A-Za-z_$][\\w$.-]*';
const openers = [
	String.raw`(?:['"]use strict['"];\s*)?(?:export\s+)?(?:(?:const|let|var|local|my|our|final|static|readonly)\s+)+${name}(?:\s*:\s*[\w$<>.,[\]| ]+?)?\s*=\s*`,
	String.raw`export\s+default\s+`,
	String.raw`return\b\s*`,
	String.raw`${name}(?:\[[^\]\r\n]{1,80}\])?\s*(?::\s*[\w$<>.,[\]| ]+?)?\s*:?=\s*`,
];
/** `const x =`, `export default`, `x =`, `callback(`: whatever makes a literal of JSON a statement of a program. */
const opening = new RegExp(
	`(?:${openers.join('|')})?(?:(?:await\\s+|new\\s+)?${name}\\s*\\(\\s*|\\(\\s*)*(?:(?:\\[ordered\\])?@(?=\\{))?(?:[rRuUfFbB]{0,2}('''|"""|['"\`])\\s*)?(?=[\\[{])`,
	'y',
);

const closing =
	/(?:\s*(?:;|\)|as\s+const|satisfies\s+[\w$<>.]+))*\s*(?:(?:export\s+default|module\.exports\s*=)\s+[\w$]+\s*;?\s*)?$/;

/** Lines that fetch what a program needs; they say nothing about the file. */
const imports =
	/(?:(?:import\b|from\s+\S+\s+import\b|(?:const|let|var)\s+\S+\s*=\s*require\()[^\r\n]*(?![^\r\n])\s*)*/y;

/** `cat > file <<EOF`, and the word that ends it. */
const hereDocument =
	/^\s*(?:\$\s+)?(?:sudo\s+)?(?:cat|tee)\b[^\r\n]*<<-?\s*(['"]?)(\w+)\1[^\r\n]*(?:\r\n?|\n)(?=\s*[[{])/;

/** A literal of JavaScript, Python or another language with the statement around it, or a file inside a shell command. */
export const assignment: Unwrapper = text => {
	const shell = hereDocument.exec(text);
	if (shell) return ofShell(text, shell);
	remarks.lastIndex = 0;
	const start = remarks.exec(text)?.[0].length ?? 0;
	imports.lastIndex = start;
	const imported = imports.exec(text)?.[0].length ?? 0;
	const from = start + imported;
	opening.lastIndex = from;
	const found = opening.exec(text);
	if (!found || found[0].trim() === '') return undefined;
	const [statement, quote = ''] = found;
	const changes: TextChange[] = [{ start, end: from + statement.length, newText: '' }];
	const end = text.trimEnd().length;
	// What ends a statement is short.
	const tailFrom = Math.max(from + statement.length, end - 200);
	const tail = closing.exec(text.slice(tailFrom, end));
	const closer = tailFrom + (tail?.index ?? end - tailFrom);
	const until = quote !== '' && text.slice(0, closer).endsWith(quote) ? closer - quote.length : closer;
	if (until < end) changes.push({ start: until, end, newText: '' });
	return {
		what: t('a piece of a program'),
		at: { start: from, end: from + Math.max(1, statement.trimEnd().length) },
		changes,
		leavesOut: imported > 0 ? [{ start, end: from }] : [],
	};
};

function ofShell(text: string, shell: RegExpExecArray): ReturnType<Unwrapper> {
	const [command, , word = ''] = shell;
	const end = text.trimEnd().length;
	const closer = text.slice(0, end).lastIndexOf(word);
	const isClosed = closer > command.length && text.slice(closer, end) === word && /[\r\n]/.test(text[closer - 1] ?? '');
	return {
		what: t('a shell command'),
		at: { start: 0, end: command.trimEnd().length },
		changes: [
			{ start: 0, end: command.length, newText: '' },
			...(isClosed ? [{ start: closer, end, newText: '' }] : []),
		],
	};
}
