import { readFileSync } from 'node:fs';
import path from 'node:path';
import { UsageError } from './usageError';

/** A server as its person's own file describes it. It holds no secret. */
export interface ServerProfile {
	readonly id: string;
	readonly url: string;
	readonly user?: string | undefined;
	readonly trust?: { readonly fingerprint: string } | { readonly caFile: string } | undefined;
	/** Changes need `--confirm ID`. */
	readonly isProtected: boolean;
}

type Environment = Readonly<Record<string, string | undefined>>;

/** The file with the servers: `XCLARITY_SERVERS`, or where the platform keeps settings of a person. */
export function profilesFile(environment: Environment, platform: NodeJS.Platform, home: string): string {
	if (environment.XCLARITY_SERVERS) return path.resolve(environment.XCLARITY_SERVERS);
	const folder =
		platform === 'win32'
			? (environment.APPDATA ?? path.join(home, 'AppData/Roaming'))
			: platform === 'darwin'
				? path.join(home, 'Library/Application Support')
				: (environment.XDG_CONFIG_HOME ?? path.join(home, '.config'));
	return path.join(folder, 'xclarity', 'servers.json');
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
	typeof value === 'object' && value !== null && !Array.isArray(value);

/**
 * The servers in the file; none when there is no file.
 * @throws {UsageError} for a file that is no JSON, holds a password, or has a server that cannot be read.
 */
export function readProfiles(file: string): readonly ServerProfile[] {
	const text = readIfThere(file);
	if (text === undefined) return [];
	const value = parse(text, file);
	const servers = isObject(value) && Array.isArray(value.servers) ? value.servers : undefined;
	if (!servers) throw new UsageError(`${file} needs the form {"servers": [{"id", "url", "user", "trust"}]}.`);
	return servers.map((entry: unknown, at) => readProfile(entry, `${file}: server ${at + 1}`));
}

function readIfThere(file: string): string | undefined {
	try {
		return readFileSync(file, 'utf8').replace(/^\uFEFF/, '');
	} catch (error) {
		if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
		throw new UsageError(`${file} cannot be read: ${error instanceof Error ? error.message : String(error)}.`);
	}
}

function parse(text: string, file: string): unknown {
	try {
		return JSON.parse(text);
	} catch (error) {
		// The parser's own words quote the file, in which somebody may have put a password.
		if (error instanceof SyntaxError) throw new UsageError(`${file} is not JSON.`);
		throw error;
	}
}

function readProfile(entry: unknown, place: string): ServerProfile {
	if (!isObject(entry)) throw new UsageError(`${place} is not an object.`);
	const secret = Object.keys(entry).find(key => /passw|secret|token/i.test(key));
	if (secret !== undefined) {
		throw new UsageError(
			`${place} has '${secret}'. Secrets do not belong there: use XCLARITY_PASSWORD or --password-stdin.`,
		);
	}
	const { id, url, user } = entry;
	if (typeof id !== 'string' || id === '' || typeof url !== 'string')
		throw new UsageError(`${place} needs id and url.`);
	return {
		id,
		url,
		...(typeof user === 'string' && user !== '' ? { user } : {}),
		trust: readTrust(entry.trust, place),
		isProtected: entry.protected === true,
	};
}

function readTrust(value: unknown, place: string): ServerProfile['trust'] {
	if (value === undefined) return undefined;
	if (isObject(value) && typeof value.fingerprint === 'string') return { fingerprint: value.fingerprint };
	if (isObject(value) && typeof value.caFile === 'string') return { caFile: value.caFile };
	// A trust that cannot be read must not fall back to another kind of trust.
	throw new UsageError(`${place}: trust is {"fingerprint": SHA256} or {"caFile": FILE}.`);
}
