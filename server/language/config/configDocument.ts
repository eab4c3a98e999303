import type { Node } from 'jsonc-parser';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { oncePerVersion } from '../oncePerVersion';
import type { Problem } from '../problem';
import { type ConfigBody, configBody } from './configBody';
import { commaLeftOut } from './json/commaLeftOut';
import { CorrectPlaces } from './json/correctPlaces';
import { ElementMemory } from './json/elementMemory';
import { type JsonValue, nodeAt, plainValue } from './json/jsonNode';
import { type JsonTree, readJson } from './json/jsonReader';
import { type Places, placesIn } from './json/places';
import { ValueMemory } from './json/valueMemory';
import { type PastedTree, readPasted } from './paste/readPasted';
import type { Unwrapped } from './paste/unwrap';

/** One version of a configuration-settings file: its value at once, its tree with offsets when somebody asks. */
interface ConfigDocument {
	/** The whole text's value, with mistakes of JSON repaired; `undefined` for a text without any value. */
	readonly value: JsonValue | undefined;
	/** The whole text is JSON, in which no key stands twice. */
	readonly isCorrect: boolean;
	/** What JSON refuses, and keys that stand twice. */
	readonly syntax: readonly Problem[];
	/** Where the text was cut off: what is open there may not say all that it was to say. */
	readonly truncatedAt: number | undefined;
	/** A wrapping hides what the text says, so that nothing but the wrapping is reported. */
	readonly isHidden: boolean;
	/** The text without its wrappings; `undefined` where it has none. */
	readonly unwrapped: Unwrapped | undefined;
	/** Where in the value the configuration-settings file is. */
	readonly body: ConfigBody;
	/** The whole text's tree. */
	tree(): Node | undefined;
	/** Where values are in the text, for a few reports: of a correct text no tree is made. */
	places(): Places;
	/** The top-most object of the configuration-settings file. */
	fileNode(): Node | undefined;
}

/** The configuration-settings file in a document; read once for each version. */
export const configDocument = oncePerVersion(
	(document: TextDocument): ConfigDocument => readConfig(document.getText(), memoryOf(document)),
);

/** What was read of a document's earlier versions. It saves work; what is read does not depend on it. */
interface Memory {
	readonly values: ValueMemory;
	/** The values of texts that lacked a comma, with it. */
	readonly cured: ValueMemory;
	readonly elements: ElementMemory;
}

const memories = new WeakMap<TextDocument, Memory>();

function memoryOf(document: TextDocument): Memory {
	const known = memories.get(document);
	if (known) return known;
	const memory = { values: new ValueMemory(), cured: new ValueMemory(), elements: new ElementMemory() };
	memories.set(document, memory);
	return memory;
}

/**
 * Correct text takes the fast road: JSON.parse alone. It does not see a key that stands twice, so such a text, like
 * one that JSON.parse refuses, is read by our own reader, without what a page or a tool has put around it. Where all
 * that a text lacks is a comma, JSON.parse reads it with that comma, several times faster than our reader.
 */
function readConfig(text: string, { values, cured, elements }: Memory): ConfigDocument {
	let refusal: SyntaxError | undefined;
	const value = values.valueOf(text, error => {
		refusal = error;
	});
	if (value !== undefined && !isCarriedText(value)) return fromValue(text, value, elements);
	const comma = refusal && commaLeftOut(text, refusal);
	const valueWithComma = comma && cured.valueOf(comma.cured);
	if (!comma || valueWithComma === undefined) return fromTree(readPasted(text, elements));
	return fromValue(text, valueWithComma, elements, comma.mistake);
}

/** A JSON text that is nothing but a string in which a file stands. */
const isCarriedText = (value: JsonValue): boolean => typeof value === 'string' && /^\s*[[{]/.test(value);

function fromTree({ root, problems, truncatedAt, isSeveral, isHidden, unwrapped }: PastedTree): ConfigDocument {
	const whole = root && plainValue(root);
	const body = bodyOf(whole, isSeveral === true);
	const value = isHidden ? undefined : whole;
	const fileNode = (): Node | undefined => nodeAt(root, body.path);
	return {
		value,
		isCorrect: false,
		syntax: problems,
		truncatedAt,
		isHidden,
		unwrapped,
		body,
		tree: () => root,
		places: () => placesIn(root),
		fileNode,
	};
}

/** Of several documents the first one is the file. */
function bodyOf(value: JsonValue | undefined, isSeveral: boolean): ConfigBody {
	const first = isSeveral && Array.isArray(value) ? value[0] : undefined;
	if (first === undefined) return configBody(value);
	const { kind, path } = configBody(first);
	return { kind, path: [0, ...path] };
}

/** @param mistake all that is wrong with the text as JSON */
function fromValue(text: string, value: JsonValue, memory: ElementMemory, mistake?: Problem): ConfigDocument {
	let tree: JsonTree | undefined;
	const root = (): Node | undefined => {
		tree ??= readJson(text, memory.readerFor(text, mistake === undefined));
		return tree.root;
	};
	const body = configBody(value);
	return {
		value,
		isCorrect: mistake === undefined,
		syntax: mistake ? [mistake] : [],
		truncatedAt: undefined,
		isHidden: false,
		unwrapped: undefined,
		body,
		tree: root,
		places: () => (mistake ? placesIn(root()) : new CorrectPlaces(text)),
		fileNode: () => nodeAt(root(), body.path),
	};
}
