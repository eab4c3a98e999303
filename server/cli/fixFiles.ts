import { TextDocument } from 'vscode-languageserver-textdocument';
import type { Kind } from '../language/language';
import { kindsInOrder } from '../language/languageService';
import { canonicalUri } from '../workspace/fileUri';
import { nodeFileSystem } from '../workspace/nodeFileSystem';
import { type Preferences, Workspace } from '../workspace/workspace';
import type { FoundFile } from './findFiles';
import { uriOf } from './findFiles';
import { type FixedText, fixedText } from './fix';
import { lineChanges } from './lineChanges';
import type { Terminal } from './terminal';
import { UsageError } from './usageError';
import { writeText } from './writeText';

interface FixOptions {
	readonly files: readonly FoundFile[];
	readonly preferences: Preferences;
	/** Say what would change instead of writing it. */
	readonly dryRun: boolean;
	/** Where the account goes. */
	readonly tell: (text: string) => void;
	readonly terminal: Terminal;
}

/**
 * Fixes files and writes them, and gives a workspace in which they are fixed: after a dry run, too.
 * @throws {UsageError} for a file that cannot be written.
 */
export async function fixFiles({ files, preferences, dryRun, tell, terminal }: FixOptions): Promise<Workspace> {
	const fixed = new Map<string, TextDocument>();
	const workspace = new Workspace({
		files: nodeFileSystem,
		openDocuments: () => [...fixed.values()],
		roots: () => [uriOf(terminal.cwd)],
	});
	const kinds = await kindsOf(files, workspace);
	for (const kind of kindsInOrder) {
		for (const found of files.filter(file => kinds.get(file) === kind)) {
			terminal.signal.throwIfAborted();
			const document = await workspace.document(found.uri);
			if (!document) continue;
			const context = await workspace.contextOf(document, kind, preferences);
			const result = fixedText(document, kind, context);
			if (!result) continue;
			if (!dryRun) await write(found, document.getText(), result.text);
			tell(account(found.file, document.getText(), result, dryRun));
			const uri = canonicalUri(found.uri);
			fixed.set(uri, TextDocument.create(uri, document.languageId, document.version + 1, result.text));
		}
	}
	return workspace;
}

async function kindsOf(
	files: readonly FoundFile[],
	workspace: Workspace,
): Promise<ReadonlyMap<FoundFile, Kind | undefined>> {
	const kinds = new Map<FoundFile, Kind | undefined>();
	for (const found of files) {
		const document = await workspace.document(found.uri);
		kinds.set(found, document && (await workspace.kindOf(document)));
	}
	return kinds;
}

async function write({ file, uri }: FoundFile, before: string, after: string): Promise<void> {
	const refusal = await writeText(uri, before, after);
	if (refusal !== undefined) throw new UsageError(`${file} cannot be written: ${refusal}.`);
}

function account(file: string, before: string, { text, count, titles }: FixedText, dryRun: boolean): string {
	const problems = `${count} problem${count === 1 ? '' : 's'}`;
	if (!dryRun) return `fixed ${problems} in ${file}: ${titles.join('; ')}\n`;
	return `would fix ${problems} in ${file}: ${titles.join('; ')}\n${lineChanges(before, text)}`;
}
