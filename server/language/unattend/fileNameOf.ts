/** Last part of a URI, readable. */
export function fileNameOf(uri: string): string {
	const name = uri.slice(uri.lastIndexOf('/') + 1);
	try {
		return decodeURIComponent(name);
	} catch (error) {
		// A lone % is a character of the name.
		if (error instanceof URIError) return name;
		throw error;
	}
}
