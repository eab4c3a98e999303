/** The first element of an XML text, as far as it can be made out in a broken one. */
interface XmlRoot {
	/** Without prefix. */
	readonly name: string;
	/** Everything between its name and its `>`. */
	readonly attributes: string;
}

/** Attributes longer than this are cut: no namespace stands that far behind. */
const longestTag = 10_000;

/** Finds the root element behind byte-order mark, declaration, comments, DOCTYPE and stray text. */
export function xmlRoot(text: string): XmlRoot | undefined {
	let at = text.indexOf('<');
	while (at !== -1) {
		if (text.startsWith('<!--', at)) at = behind(text, '-->', at + 4);
		else if (text.startsWith('<?', at)) at = behindInstruction(text, at);
		else if (text.startsWith('<!', at)) at = behindDeclaration(text, at);
		else {
			const tag = /^<(?:[\w.-]+:)?([A-Za-z_][\w.-]*)([^<>]*)/.exec(text.slice(at, at + longestTag));
			// A declaration that lacks its question mark is no element.
			if (tag && tag[1] !== 'xml') return { name: tag[1] ?? '', attributes: tag[2] ?? '' };
			at++;
		}
		at = at === -1 ? -1 : text.indexOf('<', at);
	}
	return undefined;
}

/** A declaration whose end has a slip in it ends with its bracket or its line. */
function behindInstruction(text: string, at: number): number {
	if (!/^<\?\s*xml\s/i.test(text.slice(at, at + 10))) return behind(text, '?>', at + 2);
	const end = /[>\n]/.exec(text.slice(at, at + longestTag))?.index;
	return end === undefined ? -1 : at + end + 1;
}

/** Other things than XML may stand so far in front of a root element. */
const longestPreface = 500;

/** Finds a root element of a name and a namespace in a page, a listing or a program that was pasted together with it. */
export function hasRootNear(text: string, name: string, namespace: string): boolean {
	const start = new RegExp(`(?:<|&lt;)${name}\\b[^<>]{0,400}${namespace}`).exec(text.slice(0, longestPreface * 2));
	return start !== null && start.index <= longestPreface;
}

function behind(text: string, mark: string, from: number): number {
	const found = text.indexOf(mark, from);
	return found === -1 ? -1 : found + mark.length;
}

/** A DOCTYPE may hold declarations of its own between brackets. */
function behindDeclaration(text: string, at: number): number {
	const close = text.indexOf('>', at);
	const subset = text.indexOf('[', at);
	return subset !== -1 && subset < close ? behind(text, ']>', subset) : behind(text, '>', at);
}
