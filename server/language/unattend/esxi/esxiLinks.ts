import type { DocumentLink } from 'vscode-languageserver-types';
import type { UnattendSource } from '../unattendSource';

const include = /^[ \t]*%include[ \t]+(\S+)/gm;

/**
 * The files that an ESXi kickstart file includes by a relative path. An absolute path is one on the server that is being
 * installed. Whether the file exists is for the shell to find out.
 */
export function esxiLinks({ document }: UnattendSource): DocumentLink[] {
	const folder = document.uri.slice(0, document.uri.lastIndexOf('/') + 1);
	return [...document.getText().matchAll(include)].flatMap(match => {
		const path = match[1] ?? '';
		if (!isRelative(path)) return [];
		const end = match.index + match[0].length;
		const range = { start: document.positionAt(end - path.length), end: document.positionAt(end) };
		return [
			{
				range,
				target:
					folder +
					path
						.replace(/^(?:\.\/)+/, '')
						.split('/')
						.map(encodePart)
						.join('/'),
			},
		];
	});
}

/** Below the folder of the including file, and without macros or marks of other tools. */
const isRelative = (path: string): boolean =>
	/^[\w.]/.test(path) && !/[#${}@\\]|:\/\//.test(path) && !path.split('/').includes('..');

/** Lone halves of characters cannot be encoded; they are in no file name either. */
const encodePart = (part: string): string => encodeURIComponent(part.replace(/\p{Surrogate}/gu, ''));
