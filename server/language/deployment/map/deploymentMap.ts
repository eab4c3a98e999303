import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Location, Range } from 'vscode-languageserver-types';
import { declaredMacros } from '../../config/customMacros';
import { usedSettings } from '../../config/unusedSettings';
import type { Context, Kind } from '../../language';
import { identityOf } from '../../languageService';
import type { SettingFacts } from '../../macros/macroTable';
import { isDeclared, placeOfUse, usesOf } from '../../macros/uses';
import { isValue, macrosOf, settingsOfTable } from '../../readingAids/settingsOfTable';
import { macroScope } from '../../unattend/macros/macroScope';
import { deployForm, type FormEntry } from '../deployForm';
import type { Unresolved } from '../macroValues';
import { macrosOnMap } from './macrosOnMap';

/** Which configuration-settings files feed which unattend files, as plain data. Ranges are those of LSP. */
export interface DeploymentMap {
	readonly configs: readonly MappedConfig[];
	/** Unattend files that no configuration-settings file feeds. */
	readonly unlinked: readonly MappedUnattend[];
}

/** A file on the map. */
export interface MappedFile {
	readonly uri: string;
	/** As it is shown, `/`-separated. */
	readonly path: string;
	/** Where this machine has uploaded it to. */
	readonly uploads: readonly MappedUpload[];
}

/** One upload of a file that this machine remembers. */
export interface MappedUpload {
	/** Name of the appliance, as the person calls it. */
	readonly server: string;
	/** The file is still as it was then. */
	readonly isCurrent: boolean;
}

export interface MappedConfig extends MappedFile {
	/** False: a mistake in the file hides settings. */
	readonly isWhole: boolean;
	/** Those that stand for a value, in the order of the file. */
	readonly settings: readonly MappedSetting[];
	readonly unattends: readonly MappedUnattend[];
}

/** A setting, and where its macros go. */
export interface MappedSetting {
	/** Without hashes; elements of lists are those number 0. */
	readonly macro: string;
	/** `common`: one value for all servers; `perServer`: asked for each; `fixed`: the file itself gives it. */
	readonly reach: 'common' | 'perServer' | 'fixed';
	/** Its name, in the configuration-settings file. */
	readonly place: Location;
	/** Its macros in the linked files, file by file. */
	readonly uses: readonly Location[];
	/** No macro of a linked file stands for it; false where no file is linked. */
	readonly isUnused: boolean;
}

/** An unattend file, or a script beside one. */
export interface MappedUnattend extends MappedFile {
	readonly os: string | undefined;
	readonly osrelease: string | undefined;
	/** The configuration-settings file that its link names, as written. */
	readonly configPath: string | undefined;
	/** Macros of settings that are declared. */
	readonly custom: readonly MappedMacro[];
	/** Macros whose values the appliance knows. */
	readonly predefined: readonly MappedMacro[];
	/** Macros that stand for no value. */
	readonly missing: readonly MissingMacro[];
}

/** A macro of a file, and where it stands there, in order. */
export interface MappedMacro {
	/** Without hashes. */
	readonly macro: string;
	readonly ranges: readonly Range[];
}

export interface MissingMacro extends MappedMacro {
	readonly reason: Unresolved;
}

/** A file with all that is known about it. */
export interface MapSubject {
	readonly document: TextDocument;
	readonly kind: Kind;
	readonly context: Context;
	/** As it is to be shown. */
	readonly path: string;
	readonly uploads: readonly MappedUpload[];
}

/** Draws up the map of these files; those that are neither configuration-settings files nor unattend files are left out. */
export function deploymentMap(subjects: readonly MapSubject[]): DeploymentMap {
	const byConfig = new Map<string, MappedUnattend[]>();
	const unlinked: MappedUnattend[] = [];
	const inOrder = [...subjects].sort((a, b) => (a.path < b.path ? -1 : 1));
	const configs = inOrder.filter(({ kind }) => kind === 'config');
	for (const { document } of configs) byConfig.set(document.uri, []);
	for (const subject of inOrder) {
		if (!identityOf(subject.kind)) continue;
		const config = subject.context.link.config?.uri;
		(byConfig.get(config ?? '') ?? unlinked).push(unattendOnMap(subject));
	}
	return {
		configs: configs.map(subject => configOnMap(subject, byConfig.get(subject.document.uri) ?? [])),
		unlinked,
	};
}

const fileOnMap = ({ document: { uri }, path, uploads }: MapSubject): MappedFile => ({ uri, path, uploads });

function configOnMap(subject: MapSubject, unattends: readonly MappedUnattend[]): MappedConfig {
	const { document, context } = subject;
	const table = declaredMacros(document);
	const { bySetting } = usesOf(table, context.dependents);
	const used = usedSettings(table, context.dependents);
	const perServer = new Set(settingsIn(deployForm(table).perServer));
	const settings = settingsOfTable(table)
		.filter(({ node }) => isValue(node))
		.map((placed): MappedSetting => {
			const { setting } = placed.node;
			return {
				macro: (macrosOf(placed)[0] ?? '').slice(1, -1),
				reach: setting.category === 'static' ? 'fixed' : perServer.has(setting) ? 'perServer' : 'common',
				place: { uri: document.uri, range: setting.nameRange },
				uses: (bySetting.get(placed.node) ?? []).filter(isDeclared).map(placeOfUse),
				isUnused: context.dependents.length > 0 && !used.has(setting),
			};
		});
	return { ...fileOnMap(subject), isWhole: table.isWhole !== false, settings, unattends };
}

const settingsIn = (entries: readonly FormEntry[]): readonly SettingFacts[] =>
	entries.flatMap(entry => {
		if (entry.kind === 'field') return [entry.setting];
		return settingsIn(entry.kind === 'group' ? entry.entries : [entry.element]);
	});

function unattendOnMap(subject: MapSubject): MappedUnattend {
	const { document, context } = subject;
	const { os, osrelease, config, configPath } = context.link;
	const scope = macroScope(document, context, config && declaredMacros(config));
	return { ...fileOnMap(subject), os, osrelease, configPath, ...macrosOnMap(scope) };
}
