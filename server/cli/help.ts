import type { Command } from './command';

/** Commands by name; each is loaded when it is asked for. */
export type Commands = Readonly<Record<string, () => Promise<Command>>>;

const environment: readonly (readonly [name: string, meaning: string])[] = [
	['XCLARITY_PASSWORD', 'the password of --user'],
	['XCLARITY_REMOTE_PASSWORD', 'the password of a file server'],
	['XCLARITY_SERVERS', 'the file of servers, in place of ~/.config/xclarity/servers.json'],
	['XCLARITY_STATE', 'the folder that remembers what was uploaded'],
	['XCLARITY_CACHE', 'the folder for compiled code, which makes check start faster; empty for none'],
	['HTTPS_PROXY, ALL_PROXY, HTTP_PROXY', 'the proxy between here and the appliance; --proxy and --no-proxy win'],
	['NO_PROXY', 'names and addresses that are reached without it'],
	['NO_COLOR, FORCE_COLOR', 'never colours, or always'],
];

const exitCodes: readonly (readonly [code: string, meaning: string])[] = [
	['0', 'done'],
	['1', 'problems found'],
	['2', 'wrong usage, or a file that could not be read or written'],
	['3', 'the appliance or the network refused'],
	['70', 'a fault of this program'],
	['130', 'ended at once by Ctrl-C'],
];

const rows = (pairs: readonly (readonly [string, string])[]): string[] => {
	const width = Math.max(...pairs.map(([name]) => name.length));
	return pairs.map(([name, meaning]) => `  ${name.padEnd(width)}  ${meaning}`);
};

const summariesOf = (commands: Commands): Promise<(readonly [string, string])[]> =>
	Promise.all(Object.entries(commands).map(async ([name, load]) => [name, (await load()).summary] as const));

const examples: readonly (readonly [line: string, meaning: string])[] = [
	['xclarity check', 'check everything below the working folder'],
	['xclarity check --fix --dry-run', 'what the safe fixes would change'],
	['xclarity upload ks.cfg --server lab', 'upload an unattend file and the configuration file it is linked with'],
	['xclarity apply --server lab', 'bring an appliance to what xclarity.json says'],
];

/** What `xclarity --help` says. */
export async function helpText(commands: Commands): Promise<string> {
	return [
		'xclarity: check, explain and upload files for operating-system deployment with XClarity Administrator',
		'',
		'usage: xclarity COMMAND [OPTIONS]',
		'       xclarity help COMMAND | -h, --help | -V, --version',
		'',
		...rows(await summariesOf(commands)),
		'',
		'Examples:',
		...rows(examples),
		'',
		'Environment:',
		...rows(environment),
		'',
		'Exit codes:',
		...rows(exitCodes),
		'',
	].join('\n');
}

/** All of it as a page for man. */
export async function manPage(commands: Commands, version: string): Promise<string> {
	const usages = await Promise.all(
		Object.entries(commands).map(async ([name, load]) => [name, (await load()).usage] as const),
	);
	return [
		`.TH XCLARITY 1 "" "xclarity ${version}"`,
		'.SH NAME',
		'xclarity \\- check, explain and upload files for operating-system deployment with XClarity Administrator',
		'.SH SYNOPSIS',
		'.B xclarity',
		'.I COMMAND',
		'[OPTIONS]',
		'.SH DESCRIPTION',
		...(await summariesOf(commands)).flatMap(([name, summary]) => ['.TP', `.B ${roff(name)}`, roff(summary)]),
		'.SH COMMANDS',
		...usages.flatMap(([name, usage]) => [`.SS ${roff(name)}`, '.nf', roff(`xclarity ${usage}`), '.fi']),
		'.SH ENVIRONMENT',
		...environment.flatMap(([name, meaning]) => ['.TP', `.B ${roff(name)}`, roff(meaning)]),
		'.SH EXAMPLES',
		...examples.flatMap(([line, meaning]) => ['.TP', `.B ${roff(line)}`, roff(meaning)]),
		'.SH "EXIT STATUS"',
		...exitCodes.flatMap(([code, meaning]) => ['.TP', `.B ${code}`, roff(meaning)]),
		'',
	].join('\n');
}

/** Text as man prints it: no line of it is a command, and each hyphen is one that can be copied. */
const roff = (text: string): string =>
	text
		.replaceAll('\\', '\\e')
		.replaceAll('-', '\\-')
		.replace(/^(?=[.'])/gm, '\\&')
		.replace(/[^\n -~]/gu, sign => `\\[u${sign.codePointAt(0)?.toString(16).toUpperCase().padStart(4, '0')}]`);
