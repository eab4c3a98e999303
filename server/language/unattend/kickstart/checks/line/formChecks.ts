import { type Problem, problem } from '../../../../problem';
import type { Span } from '../../../../span';
import { listItems } from '../../../statements/listItems';
import { isOpen } from '../../../statements/statementReading';
import { optionValue } from '../../names';
import type { Reading } from '../../reading';
import type { Parsed } from './argumentChecks';

/** A value that has a form: on which line it stands, what it takes, and words for it. */
interface Form {
	readonly commands: RegExp;
	readonly option: string;
	readonly isList?: boolean;
	accepts(text: string): boolean;
	readonly expected: string;
}

const address = (text: string): boolean =>
	/^(?:https?|ftp|file|nfs|hd|cdrom|hmc|harddrive):/i.test(text) || text.startsWith('/');
const isUrl = { accepts: address, expected: 'an address that begins with http, https, ftp, file or nfs' };

const forms: readonly Form[] = [
	{ commands: /^url$/, option: '--url', ...isUrl },
	{ commands: /^(?:url|repo)$/, option: '--mirrorlist', ...isUrl },
	{ commands: /^(?:url|repo)$/, option: '--metalink', ...isUrl },
	{ commands: /^repo$/, option: '--baseurl', ...isUrl },
	{
		commands: /^firewall$/,
		option: '--port',
		isList: true,
		accepts: text => !text.includes(':') || /:(?:tcp|udp|sctp|dccp)$/i.test(text),
		expected: 'a port and a protocol such as 443:tcp',
	},
	{
		commands: /^user$/,
		option: '--name',
		accepts: text => /^[A-Za-z0-9_.][A-Za-z0-9_.-]*\$?$/.test(text),
		expected: 'a user name of letters, digits, dots, hyphens and underscores',
	},
];

/** Options that mean nothing without a value, though the reference parser takes them so. */
const never = /^--(?:fstype|vgname|ip|gateway|netmask|device|url|baseurl)$/;

/** Values that the reference parser takes and that have a form all the same. */
export function checkForms({ source }: Reading, parsed: Parsed): Problem[] {
	const isCertain = ({ start, end }: Span): boolean => !isOpen(source, start, end);
	const empty = parsed.args.options.flatMap(({ option, value, start, end }) =>
		value?.text === '' && never.test(option.canonical) && isCertain({ start, end })
			? [
					problem(
						'kickstart-form',
						{ start, end: Math.max(end, value.end) },
						{ place: `"${option.name}"`, expected: 'a value', value: '' },
					),
				]
			: [],
	);
	const wrong = forms.flatMap(({ commands, option, isList, accepts, expected }) => {
		const value = commands.test(parsed.command.name) ? optionValue(parsed, option) : undefined;
		if (!value || value.text === '' || !isCertain(value)) return [];
		return (isList ? listItems(value) : [value])
			.filter(({ text }) => text !== '' && !accepts(text))
			.map(item => problem('kickstart-form', item, { place: `"${option}"`, expected, value: item.text }));
	});
	return [...empty, ...wrong];
}
