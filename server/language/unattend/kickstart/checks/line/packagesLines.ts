import { shortened } from '../../../../../texts/shortened';
import { english, t } from '../../../../../texts/texts';
import { editDistance } from '../../../../macros/nearestName';
import { type Problem, problem } from '../../../../problem';
import type { Section } from '../../../statements/readStatements';
import { isOpen } from '../../../statements/statementFile';
import { commandEntries } from '../../commandTable';
import type { KickstartFile } from '../../kickstartFile';

/** Lines of `%packages` that are no package: a command, an option, several names, a group with a blank. */
export function checkPackageLines(file: KickstartFile, { bodyStart, bodyEnd }: Section): Problem[] {
	const { masked } = file.source;
	const problems: Problem[] = [];
	let environment: string | undefined;
	const seen = new Map<string, string>();
	for (const { 0: line, index } of masked.slice(bodyStart, bodyEnd).matchAll(/^.*$/gm)) {
		const text = plainName.test(line) ? line : withoutComment(line);
		const start = bodyStart + index + line.indexOf(text);
		const place = { start, end: start + text.length };
		if (text === '' || text.startsWith('%')) continue;
		if (isOpen(file.source, place.start, place.end) && !groups.test(text)) continue;
		const wrong = wrongLine(text);
		const bare = text.replace(/^-/, '');
		const earlier = seen.get(bare);
		seen.set(bare, text);
		if (wrong !== undefined)
			problems.push(problem('kickstart-packages-line', place, { line: shortened(text, 31), wrong }));
		else if (earlier !== undefined && earlier !== text)
			problems.push(problem('kickstart-packages-both', place, { name: bare }));
		else if (text.startsWith('@^')) {
			if (environment !== undefined && environment !== text)
				problems.push(problem('kickstart-packages-environment', place, { name: text, other: environment }));
			environment = text;
		}
	}
	return problems;
}

const withoutComment = (line: string): string => (line.split('#')[0] ?? '').trim().replace(/[ \t]+%end$/, '');

/** Two groups in one word, which only looks like the mark of a template. */
const groups = /^-?@\^?[a-z][a-z\d-]*@\^?[a-z][a-z\d-]*$/;

const stray: readonly (readonly [form: RegExp, wrong: string])[] = [
	[/^--/, english('an option belongs on the line of %packages')],
	// Only behind a lone "@" the installer passes over blanks.
	[/^(?:-(?:@\^?)?|@\^)(?:\s|$)|^@(?:\s+\^|$)/, english('the name follows the mark without a blank')],
	[/^-?@\^?[^@]+@/, english('each group stands on a line of its own')],
	[/^[^@\s]\S*\s+--/, english('options stand behind groups only')],
	[/^\[\w+\]$/, english('a name stands without brackets')],
	[/^\+/, english('nothing but "-" and "@" stands before a name')],
	[/^[^@]*,/, english('each package stands on a line of its own')],
	[/^[^@]*;/, english('each package stands on a line of its own, without a mark at its end')],
	[/^["']|["']$/, english('names stand without quotes')],
	[/^(?:\/|[a-z]+:\/\/)|\.rpm$/, english('the installer takes the names of packages, not their files')],
	[/^[^@]*[<>=]/, english('a version follows the name with a hyphen')],
	[/^(?:yum|dnf|apt|apt-get|zypper|rpm)\s/, english('a package is named without a command')],
];

/** Environments of RHEL 7 to 10 by id. */
const environments: ReadonlySet<string> = new Set(
	[
		...['minimal', 'graphical-server', 'server-product', 'workstation-product', 'virtualization-host', 'custom'],
		...['infrastructure-server', 'developer-workstation', 'gnome-desktop', 'kde-desktop', 'basic-server'],
	].flatMap(name => [name, `${name}-environment`]),
);

/** The blanks are the mistake where an id comes of it with hyphens; a name as people read it may have some. */
function wrongEnvironment(text: string): string | undefined {
	if (!text.startsWith('@^')) return undefined;
	const id = /[ _]/.test(text) ? text.slice(2).replace(/[ _]+/g, '-') : '';
	if (environments.has(id)) return t('the environment is called "{id}"', { id });
	const name = text.slice(2);
	const near = [...environments].find(each => each.endsWith('-environment') && editDistance(name, each, 3) <= 2);
	return near === undefined || environments.has(name) ? undefined : t('there is an environment "{near}"', { near });
}

/** Commands that stand alone, and whose names no package has. */
const lonely = /^(?:autopart|cmdline|graphical|halt|poweroff|reboot|shutdown|skipx|zerombr)$/;

/** A name and nothing else: nearly every line is one. */
const plainName = /^[A-Za-z\d][\w.+-]*$/;

function wrongLine(text: string): string | undefined {
	if (plainName.test(text) && !text.endsWith('.rpm') && !lonely.test(text)) return undefined;
	const [first = '', second] = text.split(/\s+/);
	if (second === undefined ? lonely.test(first) : commandEntries.has(first))
		return t('it is a command, and commands stand outside sections');
	const found = stray.find(([form]) => form.test(text))?.[1] ?? wrongEnvironment(text);
	const isList = second !== undefined && !text.startsWith('@') && !second.startsWith('--');
	return found ?? (isList ? t('each package stands on a line of its own') : undefined);
}
