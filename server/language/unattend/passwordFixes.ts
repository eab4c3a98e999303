import { type CodeAction, CodeActionKind, type Diagnostic } from 'vscode-languageserver-types';
import type { Dialect } from './dialect';
import type { UnattendSource } from './unattendSource';

/** Command of the server, arguments `[uri, position]`. The password itself never leaves the document. */
export const hashPasswordCommand = 'xclarity.hashPassword';

/** Rules that report a password in clear text at its place. */
const clearText: ReadonlySet<unknown> = new Set([
	'kickstart-clear-text-password',
	'esxi-clear-text-password',
	'esxi-password-weak',
	'autoyast-password-plain',
]);

/** "Replace the password by its hash". A hash needs chance, so the shell makes it when the person has chosen this. */
export function passwordFixes(
	source: UnattendSource,
	dialect: Dialect,
	diagnostics: readonly Diagnostic[],
): CodeAction[] {
	const { document } = source;
	return diagnostics
		.filter(({ code, range }) => {
			if (!clearText.has(code)) return false;
			return (dialect.hashPassword?.(source, document.offsetAt(range.start), () => '') ?? []).length > 0;
		})
		.map(diagnostic => {
			const title = 'Replace the password by its SHA-512 hash';
			return {
				title,
				kind: CodeActionKind.QuickFix,
				diagnostics: [diagnostic],
				isPreferred: false,
				command: { title, command: hashPasswordCommand, arguments: [document.uri, diagnostic.range.start] },
			};
		});
}
