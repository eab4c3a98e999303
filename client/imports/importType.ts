import type { ImageType } from '../../server/rest/wire';
import { english } from '../../server/texts/texts';
import type { GroupName } from '../view/viewNode';

/** A kind of file that an appliance takes in; CUSTOM_CONFIG is another spelling of CONFIG. */
export interface ImportType {
	readonly imageType: Exclude<ImageType, 'CUSTOM_CONFIG'>;
	readonly label: string;
	/** Endings of its files, without the dot: what the dialog shows first. */
	readonly endings: readonly string[];
	/** Whether the appliance wants the operating system, takes it, or has no use for it. */
	readonly system: 'needed' | 'taken' | 'none';
}

/** Every kind on the vendor's page of `POST /osImages`, with the endings on its page of `POST /files/osImages`. */
export const importTypes: readonly ImportType[] = [
	{ imageType: 'OS', label: english('Operating-system image'), endings: ['iso'], system: 'none' },
	{ imageType: 'OSPROFILE', label: english('Exported custom profile'), endings: ['gz'], system: 'none' },
	{ imageType: 'BUNDLE', label: english('Bundle of boot files and drivers'), endings: ['zip'], system: 'none' },
	{ imageType: 'BUNDLESIG', label: english('Signature of a bundle'), endings: ['asc'], system: 'none' },
	{ imageType: 'BOOT', label: english('Boot file (WinPE)'), endings: ['zip'], system: 'needed' },
	{ imageType: 'DUD', label: english('Device driver'), endings: ['iso', 'rpm', 'zip'], system: 'needed' },
	{
		imageType: 'SCRIPT',
		label: english('Installation script'),
		endings: ['sh', 'pm', 'pl', 'py', 'cmd', 'ps1'],
		system: 'taken',
	},
	{ imageType: 'SOFTWARE', label: english('Software'), endings: ['zip', 'gz'], system: 'taken' },
	{ imageType: 'UNATTEND', label: english('Unattend file'), endings: ['ks', 'cfg', 'xml'], system: 'needed' },
	{ imageType: 'CONFIG', label: english('Configuration file'), endings: ['json'], system: 'none' },
];

const listedIn: Readonly<Record<GroupName, readonly ImportType['imageType'][]>> = {
	images: ['OS', 'OSPROFILE'],
	others: ['DUD', 'BOOT', 'SCRIPT', 'SOFTWARE', 'BUNDLE', 'BUNDLESIG'],
	unattends: ['UNATTEND'],
	configs: ['CONFIG'],
	fileServers: [],
	jobs: [],
};

/** All kinds; those that end up in this group of the view first. */
export const importTypesFor = (group: GroupName | undefined): readonly ImportType[] =>
	group === undefined
		? importTypes
		: importTypes.toSorted(
				(a, b) => Number(listedIn[group].includes(b.imageType)) - Number(listedIn[group].includes(a.imageType)),
			);
