import type { TextEdit } from 'vscode-languageserver-types';
import type { HashPassword } from '../../dialect';
import { isOpen } from '../../statements/statementFile';
import type { UnattendSource } from '../../unattendSource';
import { passwordOf } from '../checks/file/passwordChecks';
import { kickstartFile } from '../kickstartFile';
import { optionOf } from '../names';
import { parsedCommands } from '../parsedCommands';

/** Puts a hash in the place of the clear-text password at an offset, and lets the line say so. */
export function kickstartHash(source: UnattendSource, offset: number, hash: HashPassword): TextEdit[] {
	const file = kickstartFile(source);
	for (const parsed of parsedCommands(file)) {
		const password = passwordOf(file, parsed);
		if (!password || offset < password.start || offset > password.end || password.text === '') continue;
		if (isOpen(file.source, password.start, password.end)) return [];
		const edit = (start: number, end: number, newText: string): TextEdit => ({
			range: { start: source.document.positionAt(start), end: source.document.positionAt(end) },
			newText,
		});
		const plain = optionOf(parsed, '--plaintext');
		if (optionOf(parsed, '--iscrypted') && !plain) return [];
		const { end } = parsed.statement.head;
		const flag = plain ? edit(plain.start, plain.end, '--iscrypted') : edit(end, end, ' --iscrypted');
		return [flag, edit(password.start, password.end, hash(password.text))];
	}
	return [];
}
