/**
 * Editors spell the URI of one file differently (`file:///c%3A/x`, `file:///C:/x`). Everything here speaks the
 * canonical spelling, which is the one that Node's `pathToFileURL` gives, with a lower-case drive letter.
 */
export function canonicalUri(uri: string): string {
	if (plain.test(uri)) return uri;
	const match = /^([a-z][\w+.-]*):(?:\/\/([^/?#]*)|(?=\/))([^?#]*)/i.exec(uri);
	if (!match) return uri;
	const [, scheme = '', host, path = ''] = match;
	const segments = path.split('/').map(segment => encoded(decode(segment)).replace(/%3A/gi, ':'));
	const canonicalPath = segments.join('/').replace(/^\/[A-Z]:/, drive => drive.toLowerCase());
	const authority = host === undefined ? '' : `//${host.toLowerCase()}`;
	return `${scheme.toLowerCase()}:${authority}${canonicalPath}`;
}

/** Nearly every URI is canonical as it is, and each is asked about many times. */
const plain = /^[a-z][\da-z+.-]*:\/\/[\da-z.-]*\/(?![A-Z]:)[\w.!~*'():/-]*$/;

/** Lone halves of characters, which names on Windows may hold, cannot be encoded. */
const encoded = (name: string): string => encodeURIComponent(name.replace(/[\ud800-\udfff]/gu, '\ufffd'));

function decode(segment: string): string {
	if (!segment.includes('%')) return segment;
	try {
		return decodeURIComponent(segment);
	} catch (error) {
		// A lone % is a character of the name.
		if (error instanceof URIError) return segment;
		throw error;
	}
}

/** URI of an absolute path as this machine or a Windows one writes it. */
export function pathUri(path: string): string {
	const parts = (path.startsWith('/') ? path : path.replaceAll('\\', '/')).split('/').map(encoded).join('/');
	// A path with two leading slashes names another computer.
	return canonicalUri(parts.startsWith('//') ? `file:${parts}` : `file://${parts.startsWith('/') ? '' : '/'}${parts}`);
}

/** With a slash at its end. */
export const folderUri = (uri: string): string => (uri.endsWith('/') ? uri : `${uri}/`);

/** The folder that holds a file, or the one above a folder; `undefined` at the top. */
export function parentUri(uri: string): string | undefined {
	const trimmed = uri.endsWith('/') ? uri.slice(0, -1) : uri;
	const slash = trimmed.lastIndexOf('/');
	const top = trimmed.indexOf('://') + 3;
	return slash < top || trimmed.length <= top ? undefined : trimmed.slice(0, slash + 1);
}

/** URI of a name, or of a `/`-separated path, below a folder. */
export const joinUri = (folder: string, path: string): string =>
	canonicalUri(folderUri(folder) + path.split('/').map(encoded).join('/'));

/** Decoded path of `uri` below `folder`, `/`-separated; `undefined` when it is not below it. */
export function relativePath(folder: string, uri: string): string | undefined {
	const base = canonicalUri(folderUri(folder));
	const target = canonicalUri(uri);
	return target.startsWith(base) ? target.slice(base.length).split('/').map(decode).join('/') : undefined;
}

/** The last name of a URI, decoded. */
export const fileName = (uri: string): string => decode(uri.slice(uri.lastIndexOf('/') + 1));
