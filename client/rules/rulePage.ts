import { type Diagnostic, type Disposable, FileSystemError, FileType, Uri, workspace } from 'vscode';
import { type RulePages, rulePagesFile, rulePagesIn } from '../../server/texts/rulePages';

/** Documents that are pages of rules. `package.json` has them opened as Markdown previews. */
export const ruleScheme = 'xclarity-rule';

export const uriOfRule = (code: string): Uri => Uri.from({ scheme: ruleScheme, path: `/${code}.md` });

/** Reads the pages that came with the extension; once. @throws when they cannot be read */
export function rulePagesOf(extension: Uri): () => Promise<RulePages> {
	let read: Promise<RulePages> | undefined;
	return () => {
		read ??= readPages(Uri.joinPath(extension, 'dist', rulePagesFile));
		return read;
	};
}

async function readPages(file: Uri): Promise<RulePages> {
	return rulePagesIn(await workspace.fs.readFile(file));
}

const nameOf = (uri: Uri): string => uri.path.slice(1).replace(/\.md$/, '');

/** Makes the pages documents, for links, tabs that come back, and the Markdown preview, which reads files. */
export function provideRulePages(pages: () => Promise<RulePages>): Disposable {
	const textOf = async (uri: Uri): Promise<string> => (await pages())[nameOf(uri)] ?? '';
	const bytesOf = async (uri: Uri): Promise<Uint8Array> => new TextEncoder().encode(await textOf(uri));
	const refuse = (): never => {
		throw FileSystemError.NoPermissions();
	};
	return workspace.registerFileSystemProvider(
		ruleScheme,
		{
			onDidChangeFile: () => ({ dispose: () => undefined }),
			watch: () => ({ dispose: () => undefined }),
			stat: async uri => ({ type: FileType.File, ctime: 0, mtime: 0, size: (await bytesOf(uri)).length }),
			readFile: bytesOf,
			readDirectory: () => [],
			createDirectory: refuse,
			writeFile: refuse,
			delete: refuse,
			rename: refuse,
		},
		{ isReadonly: true, isCaseSensitive: true },
	);
}

/** Lets the codes of reports lead to the pages that came with the extension: a closed network has no other. */
export function leadToPages(diagnostics: readonly Diagnostic[]): void {
	for (const { code } of diagnostics) {
		if (typeof code !== 'object') continue;
		const page = /\/docs\/rules\/([\w-]+)\.md$/.exec(code.target.path)?.[1];
		if (page !== undefined) code.target = uriOfRule(page);
	}
}
