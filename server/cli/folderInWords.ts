import path from 'node:path';

/** A folder that a person gave, so that the full stop of a sentence can follow: dots alone would swallow it. */
export function folderInWords(given: string): string {
	const plain = path.join(given, '.');
	if (plain === '.') return 'the working folder';
	if (plain === '..') return 'the folder above';
	return plain.endsWith('..') ? plain + path.sep : given;
}
