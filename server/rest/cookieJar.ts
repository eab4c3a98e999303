/** The cookies of one host. It is never asked about another, so a cookie cannot travel. */
export interface CookieJar {
	/** Takes in the `Set-Cookie` lines of a reply; those for another host are dropped. */
	take(lines: readonly string[]): void;
	get(name: string): string | undefined;
	/** The `Cookie` header, undefined when there is none to send. */
	header(): string | undefined;
	clear(): void;
}

const maximum = 50;

interface Cookie {
	readonly name: string;
	readonly value: string;
	readonly domain: string | undefined;
	readonly expired: boolean;
}

function readCookie(line: string): Cookie | undefined {
	const [pair = '', ...attributes] = line.split(';').map(part => part.trim());
	const equals = pair.indexOf('=');
	const name = pair.slice(0, equals);
	const value = pair.slice(equals + 1);
	// A token as in RFC 6265; a value that could end the header, or start another cookie, is not sent back.
	if (equals < 1 || !/^[!#$%&'*+.^_`|~\w-]+$/.test(name) || /[^\x21-\x7e]|;/.test(value)) return undefined;
	const attribute = (key: string): string | undefined =>
		attributes
			.find(part => part.toLowerCase().startsWith(`${key}=`))
			?.slice(key.length + 1)
			.trim();
	const maxAge = attribute('max-age');
	const expires = Date.parse(attribute('expires') ?? '');
	const expired = maxAge === undefined ? expires <= Date.now() : Number(maxAge) <= 0;
	return { name, value, domain: attribute('domain')?.replace(/^\./, '').toLowerCase(), expired };
}

export function cookieJar(hostname: string): CookieJar {
	const cookies = new Map<string, string>();
	const belongs = ({ domain }: Cookie): boolean =>
		domain === undefined || domain === '' || domain === hostname || hostname.endsWith(`.${domain}`);
	return {
		take(lines) {
			for (const cookie of lines.map(readCookie)) {
				if (!cookie || !belongs(cookie)) continue;
				if (cookie.expired) cookies.delete(cookie.name);
				else if (cookies.size < maximum) cookies.set(cookie.name, cookie.value);
			}
		},
		get: name => cookies.get(name),
		header: () => (cookies.size === 0 ? undefined : [...cookies].map(([name, value]) => `${name}=${value}`).join('; ')),
		clear: () => cookies.clear(),
	};
}
