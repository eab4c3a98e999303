import type { TextEdit } from 'vscode-languageserver-types';
import type { HashPassword } from '../dialect';
import { isOpen } from '../statements/statementFile';
import type { UnattendSource } from '../unattendSource';
import { esxiFile } from './esxiFile';
import { firstArgument, linesNamed, usedOption } from './esxiLines';

/** Puts a hash in the place of root's clear-text password at an offset, and lets the line say so. */
export function esxiHash(source: UnattendSource, offset: number, hash: HashPassword): TextEdit[] {
	const file = esxiFile(source);
	for (const line of linesNamed(file, 'rootpw')) {
		const password = line.args.faults.length === 0 ? firstArgument(file, line) : undefined;
		if (!password || password.text === '' || offset < password.start || offset > password.end) continue;
		if (usedOption(line, '--iscrypted') || isOpen(source, password.start, password.end)) return [];
		const { document } = source;
		const flagAt = document.positionAt(line.statement.head.end);
		return [
			{ range: { start: flagAt, end: flagAt }, newText: ' --iscrypted' },
			{
				range: { start: document.positionAt(password.start), end: document.positionAt(password.end) },
				newText: hash(password.text),
			},
		];
	}
	return [];
}
