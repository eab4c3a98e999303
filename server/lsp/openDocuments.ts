import {
	type TextDocumentContentChangeEvent,
	TextDocuments,
	type TextDocumentsConfiguration,
} from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { canonicalUri } from '../workspace/fileUri';
import { isRecord } from './settings';

/**
 * The documents that an editor has open. One that is sent in another shape than the protocol's is refused, which the log
 * tells: the check of each file beside it would fail of it.
 */
export class OpenDocuments extends TextDocuments<TextDocument> {
	/** By canonical URI; editors may have one file open under two spellings. */
	readonly #byUri = new Map<string, readonly TextDocument[]>();

	constructor() {
		super(wellFormed);
		this.onDidOpen(({ document }) => {
			const key = canonicalUri(document.uri);
			this.#byUri.set(key, [...this.#others(key, document.uri), document]);
		});
		this.onDidClose(({ document }) => {
			const key = canonicalUri(document.uri);
			const others = this.#others(key, document.uri);
			if (others.length > 0) this.#byUri.set(key, others);
			else this.#byUri.delete(key);
		});
	}

	#others(key: string, uri: string): readonly TextDocument[] {
		return (this.#byUri.get(key) ?? []).filter(document => document.uri !== uri);
	}

	/** Found without a look at each. */
	readonly byCanonicalUri = (uri: string): TextDocument | undefined => this.#byUri.get(uri)?.[0];
}

const wellFormed: TextDocumentsConfiguration<TextDocument> = {
	create(uri: unknown, languageId, version, text: unknown) {
		if (typeof uri !== 'string' || typeof text !== 'string') throw new Error('a document has a URI and a text');
		return TextDocument.create(uri, languageId, version, text);
	},
	update(document, changes, version) {
		if (!changes.every(isChange)) throw new Error(`a change of ${document.uri} has a text, and a range or none`);
		return TextDocument.update(document, changes, version);
	},
};

const isChange = (change: unknown): change is TextDocumentContentChangeEvent =>
	isRecord(change) && typeof change.text === 'string' && (change.range === undefined || isRange(change.range));

const isRange = (value: unknown): boolean => isRecord(value) && isPosition(value.start) && isPosition(value.end);

/** Beyond the text means its end, before it its beginning. */
const isPosition = (value: unknown): boolean =>
	isRecord(value) && Number.isInteger(value.line) && Number.isInteger(value.character);
