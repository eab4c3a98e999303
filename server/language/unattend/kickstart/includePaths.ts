import type { TextDocument } from 'vscode-languageserver-textdocument';
import { oncePerVersion } from '../../oncePerVersion';

const include = /^[ \t]*%(?:include|ksappend)[ \t]+(?:"([^"\n]*)"|'([^'\n]*)'|(\S+))/gm;

/**
 * URIs of the files that a kickstart file includes by a path relative to itself, in order, each once. Most include none,
 * which shows at once: work on a document that is watched and kept costs more, and each file of a folder is asked.
 */
export function includedUris(document: TextDocument): readonly string[] {
	const text = document.getText();
	return text.includes('%include') || text.includes('%ksappend') ? urisIn(document) : [];
}

const urisIn = oncePerVersion((document: TextDocument): readonly string[] => {
	const uris = [...document.getText().matchAll(include)].flatMap(
		([, double, single, bare]) => includeUri(document.uri, double ?? single ?? bare ?? '') ?? [],
	);
	return [...new Set(uris)];
});

/**
 * URI of an included file. An absolute path is one on the system that is being installed, an address is fetched by
 * the installer, a macro or a mark of another tool may be any of them: for all these `undefined`. The result can lie
 * anywhere above the including file; whether it may be read is for the shell to say.
 */
export function includeUri(including: string, path: string): string | undefined {
	if (!isRelative(path)) return undefined;
	const [, root = '', folders = ''] = /^([a-z][\w+.-]*:\/\/[^/]*)(\/.*)?$/i.exec(including) ?? [];
	if (root === '' || folders === '') return undefined;
	const names = folders.split('/').slice(1, -1);
	for (const name of path.split('/')) {
		if (name === '..') {
			if (names.pop() === undefined) return undefined;
		} else if (name !== '' && name !== '.') names.push(encodeName(name));
	}
	return `${root}/${names.join('/')}`;
}

/** No drive, no share, no address, nothing that another program replaces; and it ends in the name of a file. */
const isRelative = (path: string): boolean =>
	/^[^/\\~-]/.test(path) && !/[\\:#${}@<>|*?\u0000-\u001f]/.test(path) && !/(?:^|\/)\.{0,2}$/.test(path);

/** Lone halves of characters cannot be encoded; they are in no file name either. */
const encodeName = (name: string): string => encodeURIComponent(name.replace(/\p{Surrogate}/gu, ''));
