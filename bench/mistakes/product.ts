/** The product through its outer doors: files in, reports and quick fixes out. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { CodeAction, Diagnostic } from 'vscode-languageserver-types';
import { languageFor } from '../../server/language/languageService';
import { emptyList, type FileSystem } from '../../server/workspace/fileSystem';
import { nodeFileSystem } from '../../server/workspace/nodeFileSystem';
import { Workspace } from '../../server/workspace/workspace';
import type { Files } from './fault';

/** A diagnostic with the name of its file and, as written there, its first line. */
export interface Report {
	readonly file: string;
	readonly diagnostic: Diagnostic;
	readonly lineText: string;
}

export interface Checked {
	readonly reports: readonly Report[];
	/** Quick fixes that the product offers for one report, without the one that switches its rule off. */
	fixesFor(report: Report): Promise<CodeAction[]>;
	/** The files after the edit of an action. */
	applied(action: CodeAction): Files;
}

/** Checks every file of a folder that the product takes for one of its own. */
export async function check(files: Files): Promise<Checked> {
	const bytes = [...files.values()].some(content => typeof content !== 'string');
	return bytes ? checkOnDisk(files) : checkIn(files, 'file:///site/', inMemory(files, 'file:///site/'));
}

async function checkOnDisk(files: Files): Promise<Checked> {
	const folder = mkdtempSync(path.join(tmpdir(), 'accuracy-'));
	try {
		for (const [name, content] of files) writeFileSync(path.join(folder, name), content);
		return await checkIn(files, `${pathToFileURL(folder).href}/`, nodeFileSystem);
	} finally {
		rmSync(folder, { recursive: true, force: true });
	}
}

function inMemory(files: Files, folder: string): FileSystem {
	const texts = new Map([...files].map(([name, content]) => [folder + name, String(content)]));
	return {
		read: async uri => texts.get(uri),
		list: async () => ({ ...emptyList, uris: [...texts.keys()].sort() }),
	};
}

async function checkIn(files: Files, folder: string, fileSystem: FileSystem): Promise<Checked> {
	const workspace = new Workspace({ files: fileSystem, openDocuments: () => [], roots: () => [folder] });
	const checked = await Promise.all(
		[...files.keys()].map(async name => {
			const document = await workspace.document(folder + name);
			const kind = document && (await workspace.kindOf(document));
			if (!document || !kind) return [];
			const context = await workspace.contextOf(document, kind, { severities: {} });
			const language = languageFor(kind);
			return [{ name, document, context, language, diagnostics: language.validate(document, context) }];
		}),
	);
	const found = checked.flat();
	const documents = new Map(found.map(({ name, document }) => [name, document]));
	return {
		reports: found.flatMap(({ name, document, diagnostics }) =>
			diagnostics.map(diagnostic => ({ file: name, diagnostic, lineText: lineOf(document, diagnostic) })),
		),
		async fixesFor({ file, diagnostic }) {
			const one = found.find(({ name }) => name === file);
			const actions = one?.language.codeActions?.(one.document, diagnostic.range, [diagnostic], one.context) ?? [];
			return actions.filter(
				({ title, kind, edit, diagnostics }) =>
					edit !== undefined &&
					kind?.startsWith('quickfix') &&
					!/^(?:Switch off|Disable|Ignore)\b/.test(title) &&
					diagnostics?.some(({ code }) => code === diagnostic.code),
			);
		},
		applied: ({ edit }) => {
			const changes = new Map<string, NonNullable<NonNullable<CodeAction['edit']>['changes']>[string]>();
			for (const [uri, edits] of Object.entries(edit?.changes ?? {})) changes.set(uri, edits);
			for (const change of edit?.documentChanges ?? []) {
				if ('textDocument' in change)
					changes.set(
						change.textDocument.uri,
						change.edits.filter(one => 'newText' in one),
					);
			}
			const after = new Map(files);
			for (const [uri, edits] of changes) {
				const name = decodeURIComponent(uri.slice(folder.length));
				const document = documents.get(name) ?? TextDocument.create(uri, '', 0, '');
				after.set(name, TextDocument.applyEdits(document, edits));
			}
			return after;
		},
	};
}

const lineOf = (document: TextDocument, { range }: Diagnostic): string =>
	document.getText({
		start: { line: range.start.line, character: 0 },
		end: { line: range.start.line + 1, character: 0 },
	});
