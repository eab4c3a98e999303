import type { CompletionItem } from 'vscode-languageserver-types';
import { valueItems } from '../../statements/valueItems';
import { timeZones } from '../checks/line/timeZones';
import type { KickstartOption } from '../commandTable';
import type { KickstartFile } from '../kickstartFile';
import type { KickstartPlace } from '../kickstartPlace';
import { type NameKind, type NameMention, namesOf } from '../names';
import { wholeFile } from '../wholeFile';

type ArgumentPlace = KickstartPlace & { readonly kind: 'argument' };

/** Values for the place; `undefined` where an option may stand instead. */
export function valuesAt(file: KickstartFile, place: ArgumentPlace, offset: number): CompletionItem[] | undefined {
	const { word, before, command } = place;
	const equals = word?.text.startsWith('--') ? file.source.masked.indexOf('=', word.start) : -1;
	if (word && equals >= 0 && equals < offset) {
		const option = command.options.get(word.text.slice(0, word.text.indexOf('=')));
		return option ? valueItems(file, optionValues(file, option), { start: equals + 1, end: word.end }, offset) : [];
	}
	if (word?.text.startsWith('-')) return undefined;
	const open = before && command.options.get(before.text);
	const stretch = { start: word?.start ?? offset, end: word?.end ?? offset };
	if (open && open.type !== 'flag') return valueItems(file, optionValues(file, open), stretch, offset);
	const values = argumentValues(file, command.name);
	return word ? valueItems(file, values, stretch, offset) : undefined;
}

function optionValues(file: KickstartFile, option: KickstartOption): readonly string[] {
	if (option.choices) return option.choices;
	if (option.type === 'boolean') return ['yes', 'no'];
	if (option.name === '--vgname') return made(file, 'volume-group');
	if (option.name === '--poolname') return made(file, 'pool');
	if (option.name === '--fstype') return ['xfs', 'ext4', 'ext3', 'vfat', 'efi', 'swap', 'biosboot', 'lvmpv'];
	return [];
}

function argumentValues(file: KickstartFile, command: string): readonly string[] {
	switch (command) {
		case 'timezone':
			return timeZones();
		case 'volgroup':
			return made(file, 'member').filter(name => name.startsWith('pv.'));
		case 'raid':
			return made(file, 'member').filter(name => name.startsWith('raid.'));
		case 'part':
		case 'partition':
			return ['/', '/boot', '/boot/efi', '/home', '/var', '/tmp', 'swap', 'pv.01', 'raid.01', 'biosboot'];
		case 'logvol':
			return ['/', '/home', '/var', '/var/log', '/tmp', 'swap', 'none'];
		case 'lang':
			return ['en_US.UTF-8', 'en_GB.UTF-8', 'de_DE.UTF-8', 'fr_FR.UTF-8', 'ja_JP.UTF-8', 'zh_CN.UTF-8'];
		case 'keyboard':
			return ['us', 'gb', 'de', 'fr', 'jp'];
		default:
			return [];
	}
}

const namesIn = ({ source }: KickstartFile): readonly NameMention[] => namesOf(wholeFile(source));

const made = (file: KickstartFile, kind: NameKind): string[] => [
	...new Set(
		namesIn(file)
			.filter(mention => mention.makes && mention.kind === kind)
			.map(({ name }) => name),
	),
];
