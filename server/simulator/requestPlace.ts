/** Which requests are meant: those of a method and a path, all of them, the N-th, or every N-th. */
export interface RequestPlace {
	/** `undefined`: any. */
	readonly method: string | undefined;
	/** The path, or what it starts with; empty: any. */
	readonly path: string;
	/** `{ nth: 3 }`: the third request that fits; `{ each: 3 }`: every third one; nothing: all. */
	readonly nth: number | undefined;
	readonly each: number | undefined;
}

export interface PlacedRequest {
	readonly method: string;
	/** Without query and without slash at the end. */
	readonly path: string;
}

const form = /^(?:(?:(?<method>[A-Z]+) )?(?<path>\/[^#%]*))?(?:#(?<nth>\d+)|%(?<each>\d+))?$/;

/**
 * Reads `[[METHOD ]PATH][#N|%N]`, such as `GET /tasks#2`, `/osImages`, `#7`; the empty text means every request.
 * `undefined` for a text of another form.
 */
export function parsePlace(text: string): RequestPlace | undefined {
	const groups = form.exec(text)?.groups;
	if (!groups || groups.nth === '0' || groups.each === '0') return undefined;
	const { method, path = '', nth, each } = groups;
	return {
		method,
		path,
		nth: nth === undefined ? undefined : Number(nth),
		each: each === undefined ? undefined : Number(each),
	};
}

/** Tells of each request whether it is one of those that are meant; it must be asked about all of them, in order. */
export function placeCounter(place: RequestPlace): (request: PlacedRequest) => boolean {
	let seen = 0;
	return request => {
		if (!fits(place, request)) return false;
		seen += 1;
		return (place.nth === undefined || seen === place.nth) && (place.each === undefined || seen % place.each === 0);
	};
}

const fits = (wanted: RequestPlace, { method, path }: PlacedRequest): boolean =>
	(wanted.method === undefined || wanted.method === method) &&
	(wanted.path === '' || path === wanted.path || path.startsWith(`${wanted.path.replace(/\/$/, '')}/`));
