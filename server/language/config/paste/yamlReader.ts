import type { Span } from '../../span';
import type { JsonValue } from '../json/jsonNode';
import { linesOf } from './unwrapper';
import { yamlScalar } from './yamlScalar';

interface YamlLine extends Span {
	readonly indent: number;
	/** Without indentation, comment and blanks at the end. */
	readonly text: string;
}

/** What YAML is more than this reads: tags, anchors, merges, keys that are no words. */
class NotPlain extends Error {}

/** Nesting beyond this is no file of settings. */
const deepest = 120;
const keyed = /^(?:"((?:[^"\\]|\\.)*)"|'([^']*)'|([\w][\w $./-]*?)):(?:[ \t]+|$)/;

/**
 * Reads YAML as people write files of settings in it: mappings, sequences, scalars in every form, flow collections.
 * `undefined` for what needs more of YAML. Comments that it meets are added to `comments`.
 */
export function readYaml(text: string, comments: Span[]): JsonValue | undefined {
	const lines = yamlLines(text, comments);
	if (!lines) return undefined;
	try {
		const reader = new YamlReader(lines, text);
		const value = reader.block(0, 0);
		return reader.isDone() ? value : undefined;
	} catch (error) {
		if (error instanceof NotPlain) return undefined;
		throw error;
	}
}

function yamlLines(text: string, comments: Span[]): YamlLine[] | undefined {
	const lines: YamlLine[] = [];
	for (const { start, text: raw } of linesOf(text)) {
		if (/^(?:---|%YAML.*)\s*$/.test(raw) && lines.length === 0) continue;
		if (/^\.\.\.\s*$/.test(raw)) break;
		if (/^---/.test(raw)) return undefined;
		const indent = /^ */.exec(raw)?.[0].length ?? 0;
		if (raw[indent] === '\t') return undefined;
		const at = commentStart(raw);
		if (at >= 0) comments.push({ start: start + at, end: start + raw.length });
		const content = (at >= 0 ? raw.slice(0, at) : raw).slice(indent).trimEnd();
		if (content !== '') lines.push({ start: start + indent, end: start + raw.length, indent, text: content });
	}
	return lines;
}

/** Where a comment begins outside quotation marks; -1 without one. */
function commentStart(raw: string): number {
	for (const { index, 0: found } of raw.matchAll(/(?<=[\s:[{,-])"(?:[^"\\]|\\.)*"|(?<=[\s:[{,-])'[^']*'|(?:^|\s)#/g)) {
		if (found.endsWith('#')) return index + found.length - 1;
	}
	return -1;
}

class YamlReader {
	readonly #lines: readonly YamlLine[];
	readonly #text: string;
	#at = 0;

	constructor(lines: readonly YamlLine[], text: string) {
		this.#lines = [...lines];
		this.#text = text;
	}

	isDone(): boolean {
		return this.#at >= this.#lines.length;
	}

	/** The mapping, sequence or scalar whose lines are indented by `least` at least. */
	block(least: number, depth: number): JsonValue {
		const line = this.#lines[this.#at];
		if (!line || line.indent < least) return null;
		if (depth > deepest) throw new NotPlain();
		if (/^-(?: |$)/.test(line.text)) return this.#sequence(line.indent, depth);
		if (keyed.test(line.text)) return this.#mapping(line.indent, depth);
		this.#at++;
		return this.#scalar(line.text, line.indent);
	}

	#sequence(indent: number, depth: number): JsonValue {
		const values: JsonValue[] = [];
		for (let line = this.#lines[this.#at]; line; line = this.#lines[this.#at]) {
			if (line.indent !== indent || !/^-(?: |$)/.test(line.text)) break;
			const rest = line.text.slice(1).trimStart();
			if (rest === '') {
				this.#at++;
				values.push(this.block(indent + 1, depth + 1));
				continue;
			}
			const inner = indent + line.text.length - rest.length;
			if (/^-(?: |$)/.test(rest) || keyed.test(rest)) {
				values.push(this.#inline({ ...line, indent: inner, text: rest }, depth));
			} else {
				this.#at++;
				values.push(this.#scalar(rest, indent + 1));
			}
		}
		return values;
	}

	/** A block that begins behind the dash of its element. */
	#inline(line: YamlLine, depth: number): JsonValue {
		(this.#lines as YamlLine[])[this.#at] = line;
		return this.block(line.indent, depth + 1);
	}

	#mapping(indent: number, depth: number): JsonValue {
		const values: [string, JsonValue][] = [];
		for (let line = this.#lines[this.#at]; line?.indent === indent; line = this.#lines[this.#at]) {
			const found = keyed.exec(line.text);
			if (!found) throw new NotPlain();
			const key = found[1] ?? found[2] ?? found[3] ?? '';
			const rest = line.text.slice(found[0].length).trim();
			this.#at++;
			if (rest !== '') values.push([key, this.#scalar(rest, indent + 1, key)]);
			else {
				const next = this.#lines[this.#at];
				// The dashes of a sequence may stand below the key itself.
				const isLevel = next?.indent === indent && /^-(?: |$)/.test(next.text);
				values.push([key, this.block(isLevel ? indent : indent + 1, depth + 1)]);
			}
		}
		const next = this.#lines[this.#at];
		if (next && next.indent > indent) throw new NotPlain();
		if (new Set(values.map(([key]) => key)).size < values.length) throw new NotPlain();
		return Object.fromEntries(values);
	}

	#scalar(first: string, least: number, key?: string): JsonValue {
		const block = /^([|>])([+-]?)\d?$/.exec(first);
		if (block) return this.#literal(least, block[1] === '>', block[2] ?? '');
		let text = first;
		for (let line = this.#lines[this.#at]; line && line.indent >= least; line = this.#lines[this.#at]) {
			if (!/^["'[{]/.test(first) && keyed.test(line.text)) throw new NotPlain();
			text += ` ${line.text}`;
			this.#at++;
		}
		const value = yamlScalar(text, key);
		if (value === undefined) throw new NotPlain();
		return value;
	}

	/** Lines as they stand, or folded into one; read from the text, for they may hold what elsewhere is a comment. */
	#literal(least: number, isFolded: boolean, end: string): string {
		const from = this.#lines[this.#at];
		if (!from || from.indent < least) return '';
		let last = from;
		for (let line: YamlLine | undefined = from; line && line.indent >= least; line = this.#lines[this.#at]) {
			last = line;
			this.#at++;
		}
		const lines = this.#text.slice(from.start, last.end).split(/\r\n?|\n/);
		const plain = lines.map((line, index) =>
			index === 0 ? line : line.slice(Math.min(from.indent, line.search(/\S|$/))),
		);
		const words = isFolded ? plain.join('\n').replace(/(?<=\S)\n(?=\S)/g, ' ') : plain.join('\n');
		return end === '-' ? words : `${words}\n`;
	}
}
