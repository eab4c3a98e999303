import type { Span } from '../../span';
import type { Unwrapper } from './unwrapper';
import { readYaml } from './yamlReader';

/** A key of ours that begins a line, as a file in YAML begins. */
const beginning =
	/^(?:\s|#[^\r\n]*(?:[\r\n]|$)|%YAML[^\r\n]*(?![^\r\n])|---(?:[ \t]*[\r\n]))*(?:- +)*["']?(?:category|content|template|name|label|description|type|optional|common)["']?:(?: |\r?\n)/;

/** The same tree of settings in YAML. What YAML can say and this does not read leaves the text as it is. */
export const yaml: Unwrapper = text => {
	if (!beginning.test(text) || /,[ \t]*[\r\n]/.test(text)) return undefined;
	const comments: Span[] = [];
	// YAML refuses tabs before a key; who wrote them meant steps of two blanks.
	const hasTabs = /^\t+\S/m.test(text) && !text.includes('#');
	const value = readYaml(hasTabs ? text.replace(/^\t+/gm, tabs => '  '.repeat(tabs.length)) : text, comments);
	if (typeof value !== 'object' || value === null) return undefined;
	const start = text.search(/\S/);
	const firstLine = text.slice(start).search(/[\r\n]/);
	const end = firstLine < 0 ? text.length : start + firstLine;
	return {
		what: 'YAML',
		at: { start, end },
		changes: [{ start: 0, end: text.length, newText: `${JSON.stringify(value, undefined, 2)}\n` }],
		leavesOut: comments,
		isRewritten: true,
	};
};
