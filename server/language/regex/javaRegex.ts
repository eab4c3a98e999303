import { shortened } from '../../texts/shortened';

/** A regular expression with what only Java (or only newer JavaScript) knows rewritten in the common tongue. */
interface CommonRegex {
	readonly source: string;
	/** What was rewritten, as written, each once. */
	readonly constructs: readonly string[];
	/** False: the rewritten expression may match other texts than the original. */
	readonly exact: boolean;
}

const posixClasses: Readonly<Record<string, string>> = {
	Alpha: 'A-Za-z',
	Digit: '0-9',
	Alnum: 'A-Za-z0-9',
	Upper: 'A-Z',
	Lower: 'a-z',
	Punct: '!-\\/:-@\\[-`{-~',
	Space: ' \\t\\n\\v\\f\\r',
	Blank: ' \\t',
	XDigit: '0-9A-Fa-f',
	Graph: '!-~',
	Print: ' -~',
	Cntrl: '\\x00-\\x1f\\x7f',
	ASCII: '\\x00-\\x7f',
};

/** Escapes of Java alone, and what comes nearest; JavaScript would read the bare letter. */
const javaEscapes: Readonly<Record<string, string>> = {
	A: '^',
	Z: '$',
	z: '$',
	h: '[ \\t\\xa0]',
	R: '(?:\\r\\n|[\\n-\\r])',
	e: '\\x1b',
	a: '\\x07',
};

/** Rewrites possessive quantifiers, inline flags, quoting, POSIX classes and the like; see `constructs`. */
export function commonRegex(source: string): CommonRegex {
	const constructs = new Set<string>();
	let exact = true;
	let result = '';
	let inClass = false;
	let afterQuantifier = false;
	const rest = (pattern: RegExp, at: number): RegExpExecArray | null => {
		pattern.lastIndex = at;
		return pattern.exec(source);
	};
	for (let at = 0; at < source.length; ) {
		const found = inClass ? rest(classConstruct, at) : rest(construct, at);
		const quantifier: RegExpExecArray | null = inClass || found ? null : rest(/[*+?]|\{\d+(?:,\d*)?\}/y, at);
		if (quantifier && afterQuantifier && quantifier[0] === '+') {
			constructs.add(`${source.slice(at - 1, at)}+`);
			exact = false;
			at++;
			afterQuantifier = false;
			continue;
		}
		if (found) {
			const [written] = found;
			const rewritten = rewrite(written, inClass);
			if (rewritten.isConstruct) constructs.add(shortened(written, 21));
			exact &&= rewritten.exact;
			result += rewritten.source;
			at += written.length;
			afterQuantifier = false;
			continue;
		}
		const character = source[at] ?? '';
		if (character === '[' && !inClass) inClass = true;
		else if (character === ']') inClass = false;
		// JavaScript takes a brace that opens no count for itself, Java takes it for a mistake.
		const isBare = character === '{' && !inClass && !quantifier;
		if (isBare) exact = false;
		if (isBare) constructs.add(shortened(/^\{[^}]*\}?/.exec(source.slice(at))?.[0] ?? '{', 21));
		result += isBare ? '\\{' : (quantifier?.[0] ?? character);
		at += quantifier?.[0].length ?? 1;
		afterQuantifier = quantifier !== null && !afterQuantifier;
	}
	return { source: result, constructs: [...constructs], exact };
}

const construct = /\\Q[\s\S]*?(?:\\E|$)|\\[pP](?:\{[^}]*\}|[A-Z])|\\[\s\S]|\(\?>|\(\?[a-zA-Z]*(?:-[a-zA-Z]+)?[:)]/y;
const classConstruct = /\\Q[\s\S]*?(?:\\E|$)|\\[pP](?:\{[^}]*\}|[A-Z])|\\[\s\S]|&&\[?|\[:\w+:\]/y;

interface Rewritten {
	readonly source: string;
	readonly isConstruct: boolean;
	readonly exact: boolean;
}

function rewrite(written: string, inClass: boolean): Rewritten {
	const same = { source: written, isConstruct: false, exact: true };
	if (written === '(?:') return same;
	if (written.startsWith('\\Q')) {
		const quoted = written.slice(2).replace(/\\E$/, '');
		return { source: quoted.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&'), isConstruct: true, exact: true };
	}
	if (/^\\p/i.test(written) && written.length > 2) return property(written, inClass);
	if (written.startsWith('\\')) {
		const rewritten = inClass ? undefined : javaEscapes[written.slice(1)];
		return rewritten === undefined ? same : { source: rewritten, isConstruct: true, exact: true };
	}
	const source = written.startsWith('(') ? (written.endsWith(')') ? '' : '(?:') : '';
	return { source, isConstruct: true, exact: false };
}

function property(written: string, inClass: boolean): Rewritten {
	const name = /\{(?:Is)?(\w+)\}/.exec(written)?.[1] ?? '';
	const content = Object.hasOwn(posixClasses, name) ? posixClasses[name] : undefined;
	const negated = written.startsWith('\\P');
	if (content === undefined || (negated && inClass)) {
		return { source: inClass ? '\\s\\S' : '[\\s\\S]', isConstruct: true, exact: false };
	}
	return { source: inClass ? content : `[${negated ? '^' : ''}${content}]`, isConstruct: true, exact: true };
}
