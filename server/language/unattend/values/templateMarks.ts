// Marks longer than that are none: a hostile line must not be scanned from each of its characters.
const mark =
	/\$\{[^}\n]{0,200}\}|\{\{[^\n]{0,200}?\}\}|\{%[^\n]{0,200}?%\}|<%[^\n]{0,200}?%>|@@?[A-Za-z_][\w.-]{0,200}@|%\{[^}\n]{0,200}\}|(?<!\w)__[A-Za-z]\w{0,200}?__(?!\w)/;
/** Of shells, Cobbler and the like: as marks they read like what a script, a price or a password may hold. */
const variable = /\$SNIPPET\b|(?<![\w$./])\$[A-Za-z_]\w*(?![\w$])|\$\([^)\n]{0,200}\)/;
const onlyVariable = /^\s*\$\w+(?:\(.*\))?\s*$/;
const lineMark = /^(?:<%|%>|\{%|\{\{|\}\}|\$SNIPPET\b|\$[A-Za-z_{(]|@@?[A-Za-z_][\w.-]*@)/;
const spacedMark = /\$\{[^}\n]{0,200}\}|\{\{[^\n]{0,200}?\}\}|<%[^\n]{0,200}?%>/g;

const mayHoldMark = (text: string): boolean => /[${%@]|__/.test(text);

/** True when a word holds a mark of a template language, so that its final text is not known. */
export const hasTemplateMark = (text: string): boolean => mayHoldMark(text) && (mark.test(text) || variable.test(text));

/** The same for a text that may be any prose or script: a variable is a mark when nothing else stands there. */
export const isTemplateText = (text: string): boolean =>
	mayHoldMark(text) && (mark.test(text) || onlyVariable.test(text));

/** True when a line opens with such a mark: what it becomes is not known, not even whether it stays. */
export const isTemplateLine = (line: string): boolean => lineMark.test(line);

/** Blanks, quotes and hashes inside marks become word characters, so that a mark is read as one word. */
export function joinTemplateMarks(text: string): string {
	if (!text.includes('{{') && !text.includes('${') && !text.includes('<%')) return text;
	return text.replace(spacedMark, found => found.replace(/[\s"'#\\]/g, '_'));
}
