import { type MeantName, meantName } from '../../../statements/meantName';
import type { Statement } from '../../../statements/readStatements';
import { commandEntries, commandOf, isSectionName, type KickstartCommand, livesIn } from '../../commandTable';

/** What other systems, and people, call a command. */
const synonyms: Readonly<Record<string, string>> = {
	language: 'lang',
	locale: 'lang',
	clavier: 'keyboard',
	fuseau: 'timezone',
	langue: 'lang',
	layout: 'keyboard',
	netzwerk: 'network',
	neustart: 'reboot',
	passwd: 'rootpw',
	password: 'rootpw',
	restart: 'reboot',
	reseau: 'network',
	rootpassword: 'rootpw',
	sprache: 'lang',
	tastatur: 'keyboard',
	tz: 'timezone',
	zeitzone: 'timezone',
};

/** The command that a line was meant to be, whose first word is none of the release. */
export function meantCommand(statement: Statement, release: number): MeantName | undefined {
	const { head, words } = statement;
	if (isSectionName(`%${head.text}`)) return { name: `%${head.text}`, end: head.end, replacement: `%${head.text}` };
	const foreign = head.text.toLowerCase();
	const name = Object.hasOwn(synonyms, foreign) ? synonyms[foreign] : undefined;
	if (name !== undefined) return { name, end: head.end, replacement: name };
	const meant = jsonMember(statement, release) ?? meantName(head, commandNames(release));
	const command = meant && words.length === 1 ? commandOf(meant.name, release) : undefined;
	return (command && partedArgument(head, command)) ?? meant;
}

/** `"selinux": "enforcing",` of a file that was JSON. */
function jsonMember({ words: [key, value, more], end }: Statement, release: number): MeantName | undefined {
	if (!key?.quoted || !value?.quoted || more || !key.text.endsWith(':')) return undefined;
	const command = commandOf(key.text.slice(0, -1), release);
	const text = value.text.replace(/,$/, '');
	if (!command || /[\s"'#]/.test(text)) return undefined;
	const isOption = command.options.get(`--${text}`)?.type === 'flag';
	if (!isOption && !command.entry.max) return undefined;
	const argument = isOption ? `--${text}` : text;
	const rest = { text: argument, start: value.start, end: value.end };
	return { name: command.name, end, replacement: `${command.name} ${argument}`, rest };
}

/** `keyboardus`: the blank before the argument that the command cannot be without. */
function partedArgument({ text, start, end }: Statement['head'], { name, entry }: KickstartCommand) {
	const rest = text.slice(name.length);
	const takesArgument = entry.min || entry.constraints?.some(({ options }) => options?.includes('@'));
	if (!takesArgument || !text.startsWith(name) || !/^[a-z]{2,}/i.test(rest)) return undefined;
	const from = start + name.length;
	return { name, end: from, replacement: `${name} `, rest: { text: rest, start: from, end } };
}

const names = new Map<number, readonly string[]>();

/** The commands of a release. */
export function commandNames(release: number): readonly string[] {
	const known =
		names.get(release) ?? [...commandEntries].filter(([, entry]) => livesIn(entry, release)).map(([name]) => name);
	names.set(release, known);
	return known;
}
