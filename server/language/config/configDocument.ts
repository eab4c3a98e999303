import type { Node } from 'jsonc-parser';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { oncePerVersion } from '../oncePerVersion';
import type { Problem } from '../problem';
import { type ConfigBody, configBody } from './configBody';
import { hasDuplicateKeys } from './json/duplicateKeys';
import { type JsonValue, nodeAt, plainValue } from './json/jsonNode';
import { type JsonTree, readJson } from './json/jsonReader';

/** One version of a configuration-settings file: its value at once, its tree with offsets when somebody asks. */
interface ConfigDocument {
	/** The whole text's value, with mistakes of JSON repaired; `undefined` for a text without any value. */
	readonly value: JsonValue | undefined;
	/** What JSON refuses, and keys that stand twice. */
	readonly syntax: readonly Problem[];
	/** Where in the value the configuration-settings file is. */
	readonly body: ConfigBody;
	/** The whole text's tree. */
	tree(): Node | undefined;
	/** The top-most object of the configuration-settings file. */
	fileNode(): Node | undefined;
}

/** The configuration-settings file in a document; read once for each version. */
export const configDocument = oncePerVersion(
	(document: TextDocument): ConfigDocument => readConfig(document.getText()),
);

/**
 * Correct text takes the fast road: JSON.parse alone. It does not see a key that stands twice, so such a text, like
 * one that JSON.parse refuses, is read by our own reader.
 */
function readConfig(text: string): ConfigDocument {
	const value = parsed(text);
	const syntax = value === undefined ? readJson(text) : undefined;
	return syntax ? fromTree(syntax) : fromValue(text, value);
}

function parsed(text: string): JsonValue | undefined {
	try {
		const value: JsonValue = JSON.parse(text);
		return hasDuplicateKeys(text, value) ? undefined : value;
	} catch (error) {
		// A RangeError is the engine's bound for nesting or length; our own reader has none.
		if (error instanceof SyntaxError || error instanceof RangeError) return undefined;
		throw error;
	}
}

function fromTree({ root, problems }: JsonTree): ConfigDocument {
	const value = root && plainValue(root);
	const body = configBody(value);
	return { value, syntax: problems, body, tree: () => root, fileNode: () => nodeAt(root, body.path) };
}

function fromValue(text: string, value: JsonValue | undefined): ConfigDocument {
	let tree: JsonTree | undefined;
	const root = (): Node | undefined => {
		tree ??= readJson(text);
		return tree.root;
	};
	const body = configBody(value);
	return { value, syntax: [], body, tree: root, fileNode: () => nodeAt(root(), body.path) };
}
