import { type Commentary, isBeforeFirstArgument, lineBefore } from './commentary';
import type { MacroReference } from './macroReader';

const single = /#([A-Za-z_][\w-]*)#/g;
/** What may follow a value, or a part of one. */
const follower = /^(?:[\s<"',.;:/\\@)&-]|$)/;
const assigned = /[=:,@/\\(.-]["']?$/;
/** A file that a script writes has to have a name: no comment can stand there. */
const redirected = />[ \t]*$/;
const inElement = />[^<>]*$/;

/**
 * Names between hashes that stand where a value stands: `--vlanid=#vlan#`, `lang #locale#`, `<Path>#logdir#</Path>`.
 * Whether a file declares them or not, nobody writes a comment that way.
 * @param isForAppliance Something else in the file is a macro: without, only what no comment can be is taken.
 */
export function singleNames(text: string, commentary: Commentary, isForAppliance: boolean): MacroReference[] {
	const isXml = /^\s*</.test(text);
	const found: MacroReference[] = [];
	for (const match of text.matchAll(single)) {
		const start = match.index;
		const end = start + match[0].length;
		if (/[\w#&]/.test(text[start - 1] ?? ' ') || !follower.test(text[end] ?? '')) continue;
		const before = lineBefore(text, start);
		const isWhole = isXml && />\s*$/.test(before) && /^\s*<\//.test(text.slice(end, end + 100));
		const inScript = commentary.isScript(start);
		const isValue = isWhole || (!isXml && (inScript ? redirected : /[\w-]=$/).test(before));
		const isPart = isXml
			? inElement.test(before)
			: assigned.test(before) || isBeforeFirstArgument(before.replace(/["']$/, '')) || isInQuotes(before);
		const isLikely = isForAppliance && isPart;
		if ((!isValue && !isLikely) || commentary.isComment(start)) continue;
		const segment = { text: match[1] ?? '', start: start + 1, end: end - 1 };
		found.push({ name: segment.text, start, end, segments: [segment] });
	}
	return found;
}

/** A hash between double quotation marks begins no comment. */
const isInQuotes = (before: string): boolean => (before.split('"').length - 1) % 2 === 1;
