import type { Location } from 'vscode-languageserver-types';
import type { unresolvedReason } from '../unresolvedReason';
import type { DeploymentMap, MappedConfig, MappedFile, MappedSetting, MappedUnattend } from './deploymentMap';
import { counted } from './mapSentence';

/** One line in a box of the picture. */
export interface MapRow {
	readonly tone: 'title' | 'plain' | 'muted' | 'trouble' | 'good';
	readonly text: string;
	/** At the right end of the line. */
	readonly note?: string;
	/** Where a click leads. */
	readonly place?: Location;
	/** The settings that the line stands for. */
	readonly settings?: readonly MappedSetting[];
}

/** A configuration-settings file with the boxes that it feeds; the last band may have none. */
export interface MapBand {
	readonly left: readonly MapRow[];
	readonly right: readonly { readonly file: MappedUnattend; readonly rows: readonly MapRow[] }[];
}

/** More lines than these are told by their number, as a picture is there to be taken in. */
const mostSettings = 40;
const mostMissing = 12;

/** What stands in the boxes of the picture, from top to bottom. */
export function mapBands({ configs, unlinked }: DeploymentMap): readonly MapBand[] {
	const bands = configs.map((config): MapBand => ({ left: configRows(config), right: config.unattends.map(boxOf) }));
	if (unlinked.length === 0) return bands;
	const none: MapRow = { tone: 'muted', text: 'no configuration-settings file' };
	return [...bands, { left: [none], right: unlinked.map(boxOf) }];
}

const boxOf = (file: MappedUnattend): MapBand['right'][number] => ({ file, rows: unattendRows(file) });

/** The beginning of a file. */
const topOf = ({ uri }: MappedFile): Location => ({
	uri,
	range: { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } },
});

function configRows(config: MappedConfig): MapRow[] {
	const { settings, isWhole } = config;
	const shown = settings.length > mostSettings ? settings.slice(0, mostSettings - 1) : settings;
	const others = settings.slice(shown.length);
	return [
		{ tone: 'title', text: config.path, place: topOf(config) },
		...uploadRows(config),
		...(isWhole ? [] : [{ tone: 'trouble', text: 'a mistake hides settings' } as const]),
		...shown.map(settingRow),
		...(others.length > 0
			? [{ tone: 'muted', text: `and ${others.length} more settings`, settings: others } as const]
			: []),
	];
}

const reaches: Readonly<Record<MappedSetting['reach'], string>> = {
	common: 'common',
	perServer: 'per server',
	fixed: 'fixed',
};

const settingRow = (setting: MappedSetting): MapRow => ({
	tone: setting.isUnused ? 'muted' : 'plain',
	text: `#${setting.macro}#`,
	note: setting.isUnused ? 'unused' : reaches[setting.reach],
	place: setting.place,
	settings: [setting],
});

function unattendRows(file: MappedUnattend): MapRow[] {
	const { os, osrelease, custom, predefined, missing, uri } = file;
	const shown = missing.length > mostMissing ? missing.slice(0, mostMissing - 1) : missing;
	const system = [os, osrelease].filter(part => part !== undefined).join(' ');
	const macros = `${counted(custom.length, 'setting')}, ${predefined.length} predefined`;
	return [
		{ tone: 'title', text: file.path, place: topOf(file) },
		{ tone: 'muted', text: system === '' ? macros : `${system}: ${macros}` },
		...uploadRows(file),
		...shown.map(
			({ macro, ranges: [range = topOf(file).range], reason }): MapRow => ({
				tone: 'trouble',
				text: `#${macro}#`,
				note: `line ${range.start.line + 1}: ${shortReasons[reason]}`,
				place: { uri, range },
			}),
		),
		...(shown.length < missing.length
			? [{ tone: 'trouble', text: `and ${missing.length - shown.length} more without a value` } as const]
			: []),
	];
}

const shortReasons: Readonly<Record<keyof typeof unresolvedReason, string>> = {
	refused: 'refused',
	group: 'a group',
	broken: 'broken',
	unknown: 'unknown',
	unlinked: 'not linked',
};

const uploadRows = ({ uploads }: MappedFile): MapRow[] =>
	uploads.map(({ server, isCurrent }) =>
		isCurrent
			? { tone: 'good', text: `uploaded to ${server}` }
			: { tone: 'muted', text: `uploaded to ${server}, changed since` },
	);
