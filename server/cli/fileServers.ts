import {
	addRemoteFileServer,
	type NewRemoteFileServer,
	type RemoteFileServer,
	remoteFileServers,
	remoteProtocols,
	removeRemoteFileServer,
	usualPort,
} from '../rest/remoteFileServers';
import { type Command, type ExitCode, oneOf, parseOptions } from './command';
import { onOneLine } from './onOneLine';
import { readLogin, serverOptions, serverUsage, withLogin } from './serverOptions';
import type { Terminal } from './terminal';
import { UsageError } from './usageError';

const usage = `file-servers [list] --server URL|ID --user NAME [--json]
       file-servers add NAME --address HOST --protocol ${remoteProtocols.join('|')} --server URL|ID --user NAME [OPTIONS]
       file-servers remove ID --server URL|ID --user NAME [--json]

Lists, adds and removes the remote file servers from which the appliance fetches files itself (import --server-id).

  --address HOST        name or IP address of the file server
  --protocol PROTOCOL   ${remoteProtocols.join(', ')}
  --port N              its port; by default the usual one of the protocol
  --remote-user NAME    who logs in there; the password comes from XCLARITY_REMOTE_PASSWORD
${serverUsage}`;

const text = { type: 'string' } as const;

async function run(args: readonly string[], terminal: Terminal): Promise<ExitCode> {
	const { values, positionals } = parseOptions(args, {
		...serverOptions,
		address: text,
		protocol: text,
		port: text,
		'remote-user': text,
	});
	const [verb = 'list', subject, ...more] = positionals;
	if (more.length > 0) throw new UsageError(`file-servers takes no ${more.join(' ')}.`);
	const tell = (servers: readonly RemoteFileServer[], said: string): ExitCode => {
		if (values.json) terminal.out(`${JSON.stringify({ servers }, undefined, 2)}\n`);
		else terminal.out(servers.length === 0 ? 'no remote file servers\n' : servers.map(lineOf(said)).join(''));
		return 0;
	};
	if (verb === 'list' && subject === undefined) {
		return tell(await withLogin(await readLogin(values, terminal), terminal, remoteFileServers), '');
	}
	if (subject === undefined || !['add', 'remove'].includes(verb)) {
		throw new UsageError('file-servers takes list, add NAME or remove ID.');
	}
	const wanted = verb === 'add' ? newServer(subject, values, terminal) : undefined;
	const login = await readLogin(values, terminal, { changes: true });
	const done = await withLogin(login, terminal, client =>
		wanted ? addRemoteFileServer(client, wanted) : removeRemoteFileServer(client, subject),
	);
	return tell([done], wanted ? 'added ' : 'removed ');
}

interface Given {
	readonly address?: string | undefined;
	readonly protocol?: string | undefined;
	readonly port?: string | undefined;
	readonly 'remote-user'?: string | undefined;
}

function newServer(displayName: string, given: Given, { environment }: Terminal): NewRemoteFileServer {
	const { address, 'remote-user': username } = given;
	if (address === undefined || given.protocol === undefined)
		throw new UsageError('file-servers add needs --address HOST and --protocol PROTOCOL.');
	const protocol = oneOf('protocol', given.protocol.toUpperCase(), remoteProtocols);
	const port = given.port === undefined ? usualPort[protocol] : Number(given.port);
	if (!Number.isInteger(port) || port < 1 || port > 65_535) throw new UsageError('--port takes a number up to 65535.');
	const password = environment.XCLARITY_REMOTE_PASSWORD;
	if (username !== undefined && !password) {
		throw new UsageError('There is no password for the file server: set XCLARITY_REMOTE_PASSWORD.');
	}
	return { address, displayName, port, protocol, ...(username === undefined ? {} : { username, password }) };
}

const lineOf =
	(said: string) =>
	({ id, name, protocol, host, port }: RemoteFileServer): string =>
		`${said}${[id, name, `${protocol}://${host}:${port}`].map(onOneLine).join('  ')}\n`;

export const fileServersCommand: Command = { summary: 'list, add and remove remote file servers', usage, run };
