import { readFileSync } from 'node:fs';

/** A fenced block of a page. */
export interface DocumentBlock {
	readonly page: string;
	/** Line of the opening fence, from 1. */
	readonly line: number;
	/** First word behind the fence: `json`, `kickstart`, `console`… */
	readonly language: string;
	/** What follows it: `file=ks.cfg`, `reports=macro-unknown`, `part`, `not-run="why"`. A mark without value is ''. */
	readonly marks: Readonly<Record<string, string>>;
	readonly text: string;
}

const pages = new Map<string, readonly DocumentBlock[]>();

/** The fenced blocks of a Markdown page, in order; the indentation of a block in a list is taken away. */
export function documentBlocks(page: string): readonly DocumentBlock[] {
	const blocks = pages.get(page) ?? blocksIn(readFileSync(page, 'utf8'), page);
	pages.set(page, blocks);
	return blocks;
}

function blocksIn(text: string, page: string): DocumentBlock[] {
	const fences = text.matchAll(/^([ \t]*)```([^\n`]*)\n(.*?)^\1```[ \t]*$/gms);
	return [...fences].map(({ index, 1: indent = '', 2: info = '', 3: body = '' }) => {
		const [, language = '', rest = ''] = /^(\S*)(.*)$/.exec(info.trim()) ?? [];
		const marks = [...rest.matchAll(/([\w-]+)(?:=(?:"([^"]*)"|(\S+)))?/g)];
		return {
			page,
			line: text.slice(0, index).split('\n').length,
			language,
			marks: Object.fromEntries(marks.map(([, name, quoted, plain]) => [name, quoted ?? plain ?? ''])),
			text: indent === '' ? body : body.replaceAll(`\n${indent}`, '\n').replace(indent, ''),
		};
	});
}
