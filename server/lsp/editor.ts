import type { ClientCapabilities, InitializeParams } from 'vscode-languageserver';
import {
	type CodeAction,
	type CodeLens,
	type Command,
	type CompletionItem,
	type DocumentSymbol,
	type Hover,
	InsertTextFormat,
	MarkupKind,
	type SymbolInformation,
} from 'vscode-languageserver-types';
import { plainText } from '../language/snippet';
import { clientCommands, serverCommands } from './commandNames';
import { isRecord } from './settings';

/** Lenses that say something also where nothing happens on a click. */
const telling: readonly string[] = ['xclarity.showReferences', 'xclarity.showFile'];

/** Lenses that lead to an appliance. */
const networkCommands: readonly string[] = ['xclarity.upload', 'xclarity.apply'];

/** The editor at the other end: what it can show, and answers in the form that it takes. */
export class Editor {
	readonly capabilities: ClientCapabilities;
	/** It asks for diagnostics, and can be told that those of other documents have changed: none are sent. */
	readonly isPulling: boolean;
	/** It has the commands of our own client. */
	readonly hasOurCommands: boolean;
	/** It runs in a browser, which cannot connect to an appliance. */
	readonly isOffline: boolean;
	#isWatching: boolean;

	constructor({
		capabilities,
		initializationOptions,
	}: Pick<InitializeParams, 'capabilities' | 'initializationOptions'>) {
		const options: unknown = initializationOptions;
		const { textDocument, workspace } = capabilities;
		const isSent = isRecord(options) && options.pushDiagnostics === true;
		this.capabilities = capabilities;
		this.isPulling =
			textDocument?.diagnostic !== undefined && workspace?.diagnostics?.refreshSupport === true && !isSent;
		this.hasOurCommands = isRecord(options) && options.hasOurCommands === true;
		this.isOffline = isRecord(options) && options.isOffline === true;
		this.#isWatching = workspace?.didChangeWatchedFiles?.dynamicRegistration === true;
	}

	/** The commands that this server executes for it; those of our own client execute there. */
	get commandsHere(): readonly string[] {
		return this.hasOurCommands ? serverCommands : [...serverCommands, ...clientCommands];
	}

	/** It tells when files change behind its back. */
	get isWatching(): boolean {
		return this.#isWatching;
	}

	/** It promised to watch files, and refused. */
	refusesToWatch(): void {
		this.#isWatching = false;
	}

	completion(items: readonly CompletionItem[]): CompletionItem[] {
		const { snippetSupport, documentationFormat } = this.capabilities.textDocument?.completion?.completionItem ?? {};
		return items.map(item => {
			const { command, insertTextFormat, textEdit, documentation, ...rest } = item;
			const isPlain = insertTextFormat === InsertTextFormat.Snippet && !snippetSupport;
			return {
				...rest,
				...(command && this.#knows(command) ? { command } : {}),
				...(textEdit && { textEdit: isPlain ? { ...textEdit, newText: plainText(textEdit.newText) } : textEdit }),
				...(insertTextFormat && !isPlain ? { insertTextFormat } : {}),
				...(documentation && { documentation: shown(documentation, documentationFormat) }),
			};
		});
	}

	hover(hover: Hover): Hover {
		const { contents } = hover;
		const formats = this.capabilities.textDocument?.hover?.contentFormat;
		return isMarkup(contents) ? { ...hover, contents: shown(contents, formats) } : hover;
	}

	symbols(symbols: DocumentSymbol[], uri: string): DocumentSymbol[] | SymbolInformation[] {
		const isTree = this.capabilities.textDocument?.documentSymbol?.hierarchicalDocumentSymbolSupport === true;
		return isTree ? symbols : symbols.flatMap(symbol => flattened(symbol, uri, undefined));
	}

	/** An action keeps its edit where its command is unknown, and goes where it has none. */
	codeActions(actions: readonly CodeAction[]): CodeAction[] {
		return actions.flatMap(action => {
			const { command, ...rest } = action;
			if (!command || this.#knows(command)) return [action];
			return rest.edit ? [rest] : [];
		});
	}

	codeLenses(lenses: readonly CodeLens[]): CodeLens[] {
		return lenses.flatMap(lens => {
			if (!lens.command || this.#knows(lens.command)) return [lens];
			const { title, command } = lens.command;
			return telling.includes(command) ? [{ range: lens.range, command: { title, command: '' } }] : [];
		});
	}

	#knows({ command }: Command): boolean {
		if (this.isOffline && networkCommands.includes(command)) return false;
		return this.hasOurCommands || this.commandsHere.includes(command);
	}
}

type Documentation = Exclude<CompletionItem['documentation'], undefined>;

const isMarkup = (value: unknown): value is Exclude<Documentation, string> =>
	isRecord(value) && 'kind' in value && 'value' in value;

/** Markdown as text where the editor shows nothing else: without its signs for code, emphasis and links. */
function shown<T extends Documentation>(
	content: T,
	formats: readonly string[] | undefined,
): T | { kind: MarkupKind; value: string } {
	if (!isMarkup(content) || content.kind !== MarkupKind.Markdown) return content;
	if (formats?.includes(MarkupKind.Markdown)) return content;
	const value = content.value
		.replace(/^```\w*\n?/gm, '')
		.replace(/\[([^\]]+)\]\((?:[^()\s]|\([^()]*\))+\)/g, '$1')
		.replace(/`([^`]+)`/g, '$1')
		.replace(/\*\*([^*]+)\*\*/g, '$1');
	return { kind: MarkupKind.PlainText, value };
}

function flattened(
	{ name, kind, range, children = [], tags }: DocumentSymbol,
	uri: string,
	container: string | undefined,
): SymbolInformation[] {
	const own = {
		name,
		kind,
		location: { uri, range },
		...(tags ? { tags } : {}),
		...(container === undefined ? {} : { containerName: container }),
	};
	return [own, ...children.flatMap(child => flattened(child, uri, name))];
}
