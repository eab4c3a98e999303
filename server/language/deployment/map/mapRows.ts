import type { Location } from 'vscode-languageserver-types';
import { english, t, translate } from '../../../texts/texts';
import type { unresolvedReason } from '../unresolvedReason';
import type { DeploymentMap, MappedConfig, MappedFile, MappedSetting, MappedUnattend } from './deploymentMap';

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

/** A configuration-settings file with the boxes that it feeds; in the last band files that none feeds. */
export interface MapBand {
	readonly left: readonly MapRow[];
	readonly right: readonly FedBox[];
	/** Lines, counted from 1, in which a file has the macros of each setting that it uses; without, nothing is fed. */
	readonly usesIn?: (file: MappedUnattend) => ReadonlyMap<MappedSetting, readonly number[]>;
}

/** A box for one file, or for those that are too many for a picture. */
export interface FedBox {
	readonly files: readonly MappedUnattend[];
	readonly rows: readonly MapRow[];
}

/** More lines than these are told by their number, as a picture is there to be taken in. */
const mostSettings = 40;
const mostMissing = 12;
/** Boxes beside one configuration-settings file; those in which something is missing come first then. */
const mostFiles = 40;

/** What stands in the boxes of the picture, from top to bottom. */
export function mapBands({ configs, unlinked }: DeploymentMap): readonly MapBand[] {
	const bands = configs.map(
		(config): MapBand => ({
			left: configRows(config),
			right: boxesOf(config.unattends),
			usesIn: usesByFile(config.settings),
		}),
	);
	if (unlinked.length === 0) return bands;
	const none: MapRow = { tone: 'muted', text: t('no configuration-settings file') };
	return [...bands, { left: [none], right: boxesOf(unlinked) }];
}

function boxesOf(files: readonly MappedUnattend[]): readonly FedBox[] {
	if (files.length <= mostFiles) return files.map(boxOf);
	const inOrder = [...files.filter(isTroubled), ...files.filter(file => !isTroubled(file))];
	const others = inOrder.slice(mostFiles - 1);
	const row: MapRow = { tone: 'muted', text: t('and {count} more files', { count: others.length }) };
	return [...inOrder.slice(0, mostFiles - 1).map(boxOf), { files: others, rows: [row] }];
}

const isTroubled = ({ missing }: MappedUnattend): boolean => missing.length > 0;

const boxOf = (file: MappedUnattend): FedBox => ({ files: [file], rows: unattendRows(file) });

function usesByFile(settings: readonly MappedSetting[]): NonNullable<MapBand['usesIn']> {
	const lines = new Map<string, Map<MappedSetting, number[]>>();
	for (const setting of settings) {
		for (const { uri, range } of setting.uses) {
			const ofFile = lines.get(uri) ?? new Map<MappedSetting, number[]>();
			lines.set(uri, ofFile);
			const known = ofFile.get(setting);
			if (known) known.push(range.start.line + 1);
			else ofFile.set(setting, [range.start.line + 1]);
		}
	}
	return ({ uri }) => lines.get(uri) ?? new Map();
}

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
		...(isWhole ? [] : [{ tone: 'trouble', text: t('a mistake hides settings') } as const]),
		...shown.map(settingRow),
		...(others.length > 0
			? [{ tone: 'muted', text: t('and {count} more settings', { count: others.length }), settings: others } as const]
			: []),
	];
}

const reaches: Readonly<Record<MappedSetting['reach'], string>> = {
	common: english('common'),
	perServer: english('per server'),
	fixed: english('fixed'),
};

const settingRow = (setting: MappedSetting): MapRow => ({
	tone: setting.isUnused ? 'muted' : 'plain',
	text: `#${setting.macro}#`,
	note: setting.isUnused ? t('unused') : translate(reaches[setting.reach]),
	place: setting.place,
	settings: [setting],
});

function unattendRows(file: MappedUnattend): MapRow[] {
	const { os, osrelease, custom, predefined, missing, uri } = file;
	const shown = missing.length > mostMissing ? missing.slice(0, mostMissing - 1) : missing;
	const system = [os, osrelease].filter(part => part !== undefined).join(' ');
	const facts = { count: custom.length, predefined: predefined.length };
	const macros =
		custom.length === 1
			? t('1 setting, {predefined} predefined', facts)
			: t('{count} settings, {predefined} predefined', facts);
	return [
		{ tone: 'title', text: file.path, place: topOf(file) },
		{ tone: 'muted', text: system === '' ? macros : `${system}: ${macros}` },
		...uploadRows(file),
		...shown.map(
			({ macro, ranges: [range = topOf(file).range], reason }): MapRow => ({
				tone: 'trouble',
				text: `#${macro}#`,
				note: t('line {line}: {reason}', { line: range.start.line + 1, reason: translate(shortReasons[reason]) }),
				place: { uri, range },
			}),
		),
		...(shown.length < missing.length
			? [
					{
						tone: 'trouble',
						text: t('and {count} more without a value', { count: missing.length - shown.length }),
					} as const,
				]
			: []),
	];
}

const shortReasons: Readonly<Record<keyof typeof unresolvedReason, string>> = {
	refused: english('refused'),
	group: english('a group'),
	broken: english('broken'),
	unknown: english('unknown'),
	unlinked: english('not linked'),
};

const uploadRows = ({ uploads }: MappedFile): MapRow[] =>
	uploads.map(({ server, isCurrent }) =>
		isCurrent
			? { tone: 'good', text: t('uploaded to {server}', { server }) }
			: { tone: 'muted', text: t('uploaded to {server}, changed since', { server }) },
	);
