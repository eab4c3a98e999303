import { findNodeAtLocation, getNodeValue, type Node, printParseErrorCode } from 'jsonc-parser';
import { validate } from '../../../schemas/xclarity.schema.json?compiled';
import { english, t, translate } from '../../texts/texts';
import { type Problem, problem } from '../problem';
import { isTooDeep, type ManifestTree, meantKey } from './manifest';
import { childKeys } from './manifestKeys';

/** What keeps a text from being a manifest at all: one report, since whatever follows follows from it. */
export function syntaxProblems(text: string, tree: JsonTree): Problem[] {
	const fault = syntaxFault(text, tree);
	return fault ? [problem('link-syntax', fault, { problem: fault.message })] : [];
}

type JsonTree = Pick<ManifestTree, 'root' | 'errors'>;

/** The first thing that is wrong with a text as JSON, in words and with its place. */
export function syntaxFault(
	text: string,
	{ root, errors }: JsonTree,
): { readonly message: string; readonly start: number; readonly end: number } | undefined {
	const [first] = errors;
	if (first && text.trim() !== '') {
		const code = printParseErrorCode(first.error);
		const message = translate(syntaxMessages[code] ?? english('something is wrong here'));
		// A comma belongs behind what stands before.
		const before = text.slice(0, first.offset).trimEnd().length;
		if (code === 'CommaExpected' && before > 0) return { message, start: before - 1, end: before };
		const end = Math.min(text.length, first.offset + Math.max(1, first.length));
		return { message, start: Math.min(first.offset, end), end };
	}
	const all = { start: 0, end: Math.min(text.length, 1) };
	if (isTooDeep(text)) return { ...all, message: t('its brackets are nested too deeply') };
	return root ? undefined : { ...all, message: t('the file is empty') };
}

const syntaxMessages: Readonly<Record<string, string>> = {
	InvalidSymbol: english('this is neither text in double quotes, a number, true, false nor null'),
	InvalidNumberFormat: english('this is no number'),
	PropertyNameExpected: english('a key in double quotes is missing'),
	ValueExpected: english('a value is missing'),
	ColonExpected: english('a colon is missing'),
	CommaExpected: english('a comma is missing'),
	CloseBraceExpected: english('a closing brace is missing'),
	CloseBracketExpected: english('a closing bracket is missing'),
	EndOfFileExpected: english('something follows the end'),
	InvalidCommentToken: english('this comment is not written as JSON allows'),
	UnexpectedEndOfComment: english('a comment is not closed'),
	UnexpectedEndOfString: english('a text is not closed'),
	UnexpectedEndOfNumber: english('a number is not finished'),
	InvalidUnicode: english('this is no character number'),
	InvalidEscapeCharacter: english('this is no escape of JSON'),
	InvalidCharacter: english('this character must be escaped'),
};

/** Where a manifest does not have the shape that its schema asks for; one report for each place. */
export function shapeProblems(root: Node): Problem[] {
	const value: unknown = getNodeValue(root);
	if (validate(value)) return [];
	const deepest = new Map<string, SchemaFault>();
	for (const { instancePath, keyword, params } of validate.errors ?? []) {
		const path = instancePath.split('/').slice(1).map(decodePointer);
		const key = keyword === 'required' ? params.missingProperty : params.additionalProperty;
		const fault = { path, keyword, key: typeof key === 'string' ? key : '' };
		// Of a value that may be this or that, every alternative complains: the innermost place counts.
		const place = fault.key === '' ? path.slice(0, 3).join('/') : `${path.join('/')} ${keyword} ${fault.key}`;
		const known = deepest.get(place);
		if (!known || known.path.length < path.length) deepest.set(place, fault);
	}
	const problems = [...deepest.values()].flatMap(fault => shapeProblem(root, fault) ?? []);
	// An empty link lacks all, which is one mistake.
	const lacking = new Set<number>();
	return problems.filter(({ code, start }) => {
		const isRepeated = code === 'link-key-missing' && lacking.has(start);
		if (code === 'link-key-missing') lacking.add(start);
		return !isRepeated;
	});
}

interface SchemaFault {
	readonly path: readonly string[];
	readonly keyword: string;
	/** The key that is missing or too many. */
	readonly key: string;
}

const decodePointer = (part: string): string => part.replaceAll('~1', '/').replaceAll('~0', '~');

function shapeProblem(root: Node, { path, keyword, key }: SchemaFault): Problem | undefined {
	const node = nodeAt(root, path);
	if (!node) return undefined;
	const place = { start: node.offset, end: node.offset + node.length };
	if (keyword === 'required') {
		const keys = childKeys(path);
		// The key is there, misspelt, and reported as that.
		if (node.children?.some(({ children }) => meantKey(String(children?.[0]?.value), keys) === key)) return undefined;
		return problem('link-key-missing', { start: node.offset, end: node.offset + 1 }, { key });
	}
	if (keyword === 'additionalProperties') return unknownKey(node, path, key);
	const isEmpty = node.type === 'string' && String(node.value).trim() === '';
	const expected = isEmpty ? t('a text that is not empty') : expectedAt(path);
	return problem('link-value', place, { key: placeInWords(path), expected });
}

/** The number of an entry says nothing to a person who does not count from zero. */
function placeInWords(path: readonly string[]): string {
	const list = isListAt(path.slice(0, -1)) ? path.at(-2) : undefined;
	return list === undefined ? (path.at(-1) ?? t('This file')) : t('Each entry of {list}', { list });
}

function unknownKey(node: Node, path: readonly string[], key: string): Problem | undefined {
	const name = node.children?.find(({ children }) => children?.[0]?.value === key)?.children?.[0];
	if (!name) return undefined;
	const nearest = meantKey(key, childKeys(path));
	const hint = nearest ? ` ${t('Did you mean "{nearest}"?', { nearest })}` : '';
	return problem(
		'link-key-unknown',
		{ start: name.offset, end: name.offset + name.length },
		{ key, hint, ...(nearest ? { replacement: nearest } : {}) },
	);
}

const nodeAt = (root: Node, path: readonly string[]): Node | undefined =>
	findNodeAtLocation(
		root,
		path.map((part, level) => (isListAt(path.slice(0, level)) ? Number(part) : part)),
	);

/** Lists stand at `links`, `ignore`, `unattend` and `scripts`. */
const isListAt = (path: readonly string[]): boolean =>
	(path.length === 1 && (path[0] === 'links' || path[0] === 'ignore')) || (path.length === 3 && path[0] === 'links');

function expectedAt(path: readonly string[]): string {
	const [first = '', , third = ''] = path;
	if (first === 'links') {
		if (path.length === 1) return t('a list of links');
		if (path.length === 2) return t('an object with "unattend" and "config"');
		if (path.length > 3) return t('a path or pattern in quotes');
		return translate(expectedOfLink[third] ?? english('text in quotes'));
	}
	if (first === 'rules') {
		return path.length === 1 ? t('an object of rules') : t('"off", "hint", "information", "warning" or "error"');
	}
	if (first === 'ignore') return path.length === 1 ? t('a list of patterns') : t('a pattern in quotes');
	if (first === 'server') return t('the name of a server in your settings, not an address');
	return first === '' ? t('an object') : t('text in quotes');
}

const expectedOfLink: Readonly<Record<string, string>> = {
	unattend: english('a path or pattern in quotes, or a list of them'),
	config: english('a path in quotes'),
	scripts: english('a list of paths or patterns'),
};
