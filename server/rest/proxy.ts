import { t } from '../texts/texts';
import { XClarityError } from './xclarityError';

/** What is set up about proxies, besides the environment. */
export interface ProxySettings {
	/** VS Code's `http.proxy`, the terminal's `--proxy`; empty for none. */
	readonly proxy: string;
	/** `http.noProxy`. */
	readonly noProxy: readonly string[];
	/** `http.proxySupport`; `off` means: none is used. */
	readonly support: string;
	/** The person has named the proxy for this one call: no exemption of the environment counts. */
	readonly isForced?: boolean | undefined;
}

type Environment = Readonly<Record<string, string | undefined>>;

const loopback: ReadonlySet<string> = new Set(['localhost', '127.0.0.1', '[::1]']);

const read = (environment: Environment, ...names: readonly string[]): string =>
	names.map(name => environment[name] ?? environment[name.toUpperCase()] ?? '').find(value => value !== '') ?? '';

/** `*`, `host`, `.domain`, `*.domain` and `host:port`, as all programs understand them. */
function isExempt(url: URL, entry: string): boolean {
	const wanted = entry.trim().toLowerCase();
	if (wanted === '' || wanted === '*') return wanted === '*';
	const [, name = '', port] = /^(.*?)(?::(\d+))?$/.exec(wanted) ?? [];
	if (port !== undefined && port !== (url.port || '443')) return false;
	const bare = name.replace(/^\*?\./, '');
	return url.hostname === bare || url.hostname.endsWith(`.${bare}`);
}

/**
 * The proxy on the way to an address, or `undefined` where there is none: the one that is set up, otherwise that of the
 * environment. This machine itself is never reached through one, unless that is forced.
 * @throws {XClarityError} `unreachable` for a proxy of a kind that cannot be used.
 */
export function proxyFor(address: string, settings: ProxySettings, environment: Environment): string | undefined {
	const url = new URL(address);
	if (settings.support === 'off' || (loopback.has(url.hostname) && !settings.isForced)) return undefined;
	const proxy = settings.proxy || read(environment, 'https_proxy', 'all_proxy', 'http_proxy');
	const exempt = settings.noProxy.length > 0 ? settings.noProxy : read(environment, 'no_proxy').split(',');
	if (proxy === '' || (!settings.isForced && exempt.some(entry => isExempt(url, entry)))) return undefined;
	const whole = /^[a-z][a-z0-9+.-]*:\/\//i.test(proxy) ? proxy : `http://${proxy}`;
	if (!/^https?:/i.test(whole) || !URL.canParse(whole)) {
		throw new XClarityError(t('The proxy that is set up is not an HTTP proxy, and no other kind can be used.'), {
			kind: 'unreachable',
		});
	}
	return whole;
}
