import type { TextDocument } from 'vscode-languageserver-textdocument';
import { declaredMacros } from '../config/customMacros';
import { lookUpMacro } from '../macros/macroLookup';
import type { MacroReference, MacroSegment } from '../macros/macroReader';
import type { MacroNode, MacroTable } from '../macros/macroTable';
import { macrosOf } from '../macros/macroUses';

/** One name of a macro that stands for a setting. */
export interface SettingUse {
	readonly document: TextDocument;
	readonly reference: MacroReference;
	/** The settings that the macro's names stand for, as far as they are declared: at most one for each segment. */
	readonly path: readonly MacroNode[];
	/** Which of the names is meant. */
	readonly index: number;
	/** That name, with its instance number. */
	readonly segment: MacroSegment;
}

/**
 * For each setting that is used, its uses file by file, in document order. A group is used by every macro that goes
 * through it, also by one whose last name is not declared. Settings without a use have no entry.
 */
export type SettingUses = ReadonlyMap<MacroNode, readonly SettingUse[]>;

interface Kept {
	readonly dependents: readonly TextDocument[];
	readonly versions: readonly number[];
	readonly uses: SettingUses;
}

const kept = new WeakMap<MacroTable, Kept>();

/**
 * The uses of a configuration file's settings in the files linked with it. The keys are the nodes of
 * `declaredMacros(config)`. Each file is read once for each of its versions and each version of `config`.
 */
export function settingUses(config: TextDocument, dependents: readonly TextDocument[]): SettingUses {
	const table = declaredMacros(config);
	const last = kept.get(table);
	const isCurrent =
		last?.dependents.length === dependents.length &&
		dependents.every((one, index) => one === last.dependents[index] && one.version === last.versions[index]);
	if (last && isCurrent) return last.uses;
	const uses = new Map<MacroNode, SettingUse[]>();
	for (const document of distinct(dependents)) {
		for (const { reference, path } of pathsIn(document, table)) {
			for (const [index, node] of path.entries()) {
				const segment = reference.segments[index];
				if (!segment) continue;
				const known = uses.get(node);
				const use = { document, reference, path, index, segment };
				if (known) known.push(use);
				else uses.set(node, [use]);
			}
		}
	}
	kept.set(table, { dependents, versions: dependents.map(({ version }) => version), uses });
	return uses;
}

/** The same file twice would give every edit twice. */
const distinct = (documents: readonly TextDocument[]): Iterable<TextDocument> =>
	new Map(documents.map(document => [document.uri, document])).values();

interface MacroPath {
	readonly reference: MacroReference;
	readonly path: readonly MacroNode[];
}

const paths = new WeakMap<TextDocument, { version: number; table: MacroTable; found: readonly MacroPath[] }>();

function pathsIn(document: TextDocument, table: MacroTable): readonly MacroPath[] {
	const known = paths.get(document);
	if (known?.version === document.version && known.table === table) return known.found;
	const answers = new Map<string, readonly MacroNode[]>();
	const found = macrosOf(document, table).references.flatMap(reference => {
		const path = answers.get(reference.name) ?? declaredPath(table, reference.name);
		answers.set(reference.name, path);
		return path.length > 0 ? [{ reference, path }] : [];
	});
	paths.set(document, { version: document.version, table, found });
	return found;
}

/** The settings that the names of a macro stand for, as far as they are declared. */
export function declaredPath(table: MacroTable, name: string): readonly MacroNode[] {
	const whole = lookUpMacro(table, name);
	if (whole.kind === 'found') return whole.path;
	const known = lookUpMacro(table, name.split('.').slice(0, whole.segment).join('.'));
	return known.kind === 'found' ? known.path : [];
}
