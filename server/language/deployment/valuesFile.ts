import { getNodeValue, type Node, type ParseError, parseTree } from 'jsonc-parser';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { isTooDeep, type ManifestText, member, parseOptions } from '../links/manifest';
import { oncePerVersion } from '../oncePerVersion';
import { type Answer, type AnswerObject, type Answers, isAnswerObject, noAnswers, type ServerAnswers } from './answers';

/** A values file as far as it can be read. */
export interface ValuesFile {
	readonly root: Node | undefined;
	readonly errors: readonly ParseError[];
	/** The configuration-settings file it answers, as written. */
	readonly config: ManifestText | undefined;
	readonly answers: Answers;
}

/** How the name of a values file ends. */
export const valuesEnding = '.values.json';

/** Path or URI of the values file of a configuration-settings file, beside it. */
export const valuesFileOf = (config: string): string =>
	`${config.replace(/(?:\.xclarity)?\.json$/i, '')}${valuesEnding}`;

/** Reads a values file; once for each version of the document. Comments and trailing commas are allowed. */
export const valuesFile = oncePerVersion((document: TextDocument): ValuesFile => {
	const text = document.getText();
	const errors: ParseError[] = [];
	if (isTooDeep(text)) return { root: undefined, errors, config: undefined, answers: noAnswers };
	const root = parseTree(text.replace(/^\uFEFF/, ' '), errors, parseOptions);
	return { root, errors, config: configOf(member(root, 'config')), answers: root ? answersOf(root) : noAnswers };
});

function configOf(node: Node | undefined): ManifestText | undefined {
	const text: unknown = node?.value;
	return node && typeof text === 'string' ? { text, start: node.offset, end: node.offset + node.length } : undefined;
}

function answersOf(root: Node): Answers {
	const servers = member(root, 'servers');
	return {
		common: objectOf(member(root, 'common')),
		predefined: objectOf(member(root, 'predefined')),
		servers: servers?.type === 'array' ? (servers.children ?? []).map(serverOf) : [],
	};
}

function serverOf(node: Node, index: number): ServerAnswers {
	const name: unknown = member(node, 'name')?.value;
	return {
		name: typeof name === 'string' && name !== '' ? name : undefined,
		values: objectOf(member(node, 'values')),
		predefined: objectOf(member(node, 'predefined')),
		path: ['servers', index, 'values'],
	};
}

function objectOf(node: Node | undefined): AnswerObject {
	const value: Answer = node ? getNodeValue(node) : {};
	return isAnswerObject(value) ? value : {};
}
