import { TextDocument } from 'vscode-languageserver-textdocument';
import { encodingProblems } from '../language/fileEncoding';
import type { Kind } from '../language/language';
import { canonicalUri } from '../workspace/fileUri';
import { nodeFileSystem } from '../workspace/nodeFileSystem';
import { type Preferences, Workspace } from '../workspace/workspace';
import type { FoundFile } from './findFiles';
import { uriOf } from './findFiles';
import { type FixedText, fixedText, refusalOf } from './fix';
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

/** What others are checked against is fixed first. */
const order: readonly Kind[] = ['manifest', 'config', 'kickstart', 'esxi', 'autoyast', 'windows'];

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
	for (const kind of order) {
		for (const found of files.filter(file => kinds.get(file) === kind)) {
			terminal.signal.throwIfAborted();
			const document = await workspace.document(found.uri);
			if (!document) continue;
			const context = await workspace.contextOf(document, kind, preferences);
			const refusal = refusalOf(document, kind);
			if (refusal !== undefined) tell(`not repaired: ${found.file}: ${refusal}\n`);
			const result = fixedText(document, kind, context);
			const isPlain = encodingProblems(document, kind, context.encoding).length > 0 && context.encoding !== undefined;
			if (!result && !isPlain) continue;
			const text = result?.text ?? document.getText();
			if (!dryRun) await write(found, document.getText(), { after: text, isPlain });
			if (isPlain)
				tell(`${dryRun ? 'would save' : 'saved'} ${found.file} as UTF-8; it was read as ${context.encoding}\n`);
			if (result) tell(account(found.file, document.getText(), result, dryRun));
			const uri = canonicalUri(found.uri);
			fixed.set(uri, TextDocument.create(uri, document.languageId, document.version + 1, text));
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

async function write(
	{ file, uri }: FoundFile,
	before: string,
	now: { readonly after: string; readonly isPlain: boolean },
): Promise<void> {
	const refusal = await writeText(uri, before, now);
	if (refusal !== undefined) throw new UsageError(`${file} cannot be written: ${refusal}.`);
}

function account(file: string, before: string, { text, count, titles, leftOut }: FixedText, dryRun: boolean): string {
	const problems = `${count} problem${count === 1 ? '' : 's'}`;
	const head = `${dryRun ? 'would fix' : 'fixed'} ${problems} in ${file}: ${titles.join('; ')}\n`;
	return head + leftOutText(leftOut, dryRun) + (dryRun ? lineChanges(before, text) : '');
}

/** What the file no longer has, in full: nothing else keeps it. */
function leftOutText(leftOut: readonly string[], dryRun: boolean): string {
	if (leftOut.length === 0) return '';
	const lines = leftOut.flatMap(words => words.split(/\r\n?|\n/));
	return `  ${dryRun ? 'would leave out' : 'left out'}:\n${lines.map(line => `    ${line}\n`).join('')}`;
}
