import type { Connection } from 'vscode-languageserver';
import { Position, type TextEdit } from 'vscode-languageserver-types';
import { hashPasswordCommand, repairCommand } from '../language/commandNames';
import { t } from '../texts/texts';
import { canonicalUri } from '../workspace/fileUri';
import { linkEdit } from '../workspace/linkEdit';
import type { Workspace } from '../workspace/workspace';
import type { Find } from './ask';
import { asRefusal } from './asRefusal';
import { linkCommand } from './commandNames';
import { repairByCommand } from './repair';
import { sha512Crypt } from './sha512Crypt';
import type { Subject } from './subjects';

/** Executes commands through edits that the editor applies, so that they can be undone. */
export function registerCommands(connection: Connection, find: Find, workspace: Workspace): void {
	connection.onExecuteCommand(async ({ command, arguments: given = [] }) => {
		const [uri, position]: readonly unknown[] = given;
		if (command === linkCommand && typeof uri === 'string' && typeof position === 'string') {
			await link(connection, workspace, { unattend: canonicalUri(uri), config: canonicalUri(position) });
			return null;
		}
		if (command === repairCommand && typeof uri === 'string') {
			await repairByCommand(connection, find, uri);
			return null;
		}
		if (command !== hashPasswordCommand || typeof uri !== 'string' || !Position.is(position)) return null;
		const subject = await find(canonicalUri(uri));
		if (!subject) return null;
		const { document } = subject;
		const edits = await hashedPassword(subject, position);
		if (edits.length > 0)
			await connection.workspace.applyEdit({
				label: t('Replace the password by its hash'),
				edit: { documentChanges: [{ textDocument: { uri: document.uri, version: document.version }, edits }] },
			});
		return null;
	});
}

/** Nothing of this goes to a log: the text at the place is a password. No edits when the text has changed meanwhile. */
async function hashedPassword({ document, language, context }: Subject, position: Position): Promise<TextEdit[]> {
	const { version } = document;
	const passwords = new Set<string>();
	language.hashPassword?.(document, position, context, password => {
		passwords.add(password);
		return '';
	});
	const hashes = new Map<string, string>();
	for (const password of passwords) hashes.set(password, await sha512Crypt(password));
	if (document.version !== version) return [];
	return language.hashPassword?.(document, position, context, password => hashes.get(password) ?? '') ?? [];
}

async function link(
	connection: Connection,
	workspace: Workspace,
	files: { readonly unattend: string; readonly config: string },
): Promise<void> {
	const { manifest, text } = await linkEdit(workspace, files).catch((error: unknown) => {
		throw asRefusal(error);
	});
	const before = await workspace.document(manifest);
	const start = { line: 0, character: 0 };
	const end = before ? before.positionAt(before.getText().length) : start;
	await connection.workspace.applyEdit({
		label: t('Link'),
		edit: {
			documentChanges: [
				...(before ? [] : [{ kind: 'create' as const, uri: manifest, options: { ignoreIfExists: true } }]),
				{ textDocument: { uri: manifest, version: null }, edits: [{ range: { start, end }, newText: text }] },
			],
		},
	});
}
