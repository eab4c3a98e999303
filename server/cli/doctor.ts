import { version } from '../../package.json';
import { type CheckedAssumption, checkAppliance } from '../rest/applianceChecks';
import { readCertificate } from '../rest/trust';
import { type Command, type ExitCode, parseOptions } from './command';
import { readLogin, serverOptions, serverUsage, withLogin } from './serverOptions';
import type { Terminal } from './terminal';
import { UsageError } from './usageError';

const usage = `doctor --server URL|ID --user NAME [--json]

Looks at an appliance, changes nothing, and says of each assumption in docs/appliance.md whether it holds there. The
report has no host, user, file name or password in it: attach it to a bug report. Exit code 1 when one does not hold.

${serverUsage}`;

async function run(args: readonly string[], terminal: Terminal): Promise<ExitCode> {
	const { values, positionals } = parseOptions(args, serverOptions);
	if (positionals.length > 0) throw new UsageError(`doctor takes no file: ${positionals.join(' ')}`);
	const login = await readLogin(values, terminal);
	const certificate = login.server.url.startsWith('https:')
		? await readCertificate(login.server.url, { signal: terminal.signal })
		: undefined;
	const kind = certificate === undefined ? 'none' : certificate.selfSigned ? 'self-signed' : 'signed by another';
	const assumptions = await withLogin(login, terminal, client => checkAppliance(client, terminal.progress));
	const facts = {
		tool: version,
		node: process.version,
		certificate: kind,
		hostMatches: certificate?.hostMatches ?? null,
	};
	if (values.json) terminal.out(`${JSON.stringify({ ...facts, assumptions }, undefined, 2)}\n`);
	else {
		const head = `xclarity ${facts.tool}, Node ${facts.node}; certificate: ${kind}${certificate?.hostMatches === false ? ', for another host name' : ''}\n`;
		terminal.out(`${head}${assumptions.map(line).join('')}`);
	}
	return assumptions.some(({ verdict }) => verdict === 'does not hold') ? 1 : 0;
}

const line = ({ id, assumption, verdict, seen }: CheckedAssumption): string =>
	`${verdict.padEnd(13)} ${id}: ${assumption} (${seen})\n`;

export const doctorCommand: Command = {
	summary: 'look at an appliance and report what is otherwise than assumed',
	usage,
	run,
};
