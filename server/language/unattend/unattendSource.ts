import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { DiagnosticRelatedInformation } from 'vscode-languageserver-types';
import { t } from '../../texts/texts';
import type { IncludedFile } from '../language';
import type { FoundMacro } from '../macros/macroLookup';
import { type MacroReference, maskMacros } from '../macros/macroReader';
import { findPredefined, isPredefined, type PredefinedMacro } from '../macros/predefinedMacros';
import { oncePerVersion } from '../oncePerVersion';
import { configName, type MacroScope } from './macros/macroScope';
import { targetSystems } from './targetSystem';

/** An unattend file as a dialect sees it: macros are masked, so that no reader takes their hashes for comments. */
export interface UnattendSource {
	readonly document: TextDocument;
	readonly text: string;
	/** As long as `text`; every macro is replaced by as many letters `M`, so offsets agree. */
	readonly masked: string;
	/** In document order. */
	readonly macros: readonly MacroReference[];
	/** Target from the link, when it names one. */
	readonly os?: string | undefined;
	readonly release?: string | undefined;
	/** Files of the workspace that this one includes, directly or through others; without, nobody looked. */
	readonly included?: readonly IncludedFile[] | undefined;
	/** Another file of the workspace includes this one. */
	readonly isIncluded?: boolean | undefined;
	/** What the appliance may put in the place of a macro; `undefined` when nothing is known about it. */
	valueOf(macro: MacroReference): MacroValue | undefined;
}

/** The values a macro can have at deployment. */
export interface MacroValue {
	/** Type as declared: `string`, `integer`, `boolean`, …; for a predefined macro as far as known. */
	readonly type: string;
	/** What its text looks like, such as an address, when that is known and not the text. */
	readonly shape?: string | undefined;
	/** The only values possible, when the setting has choices or is static. */
	readonly choices?: readonly string[] | undefined;
	/** The value the operator gets offered. */
	readonly default?: string | undefined;
	readonly regex?: string | undefined;
	/** The vendor neither states nor shows it. */
	readonly isGuess?: boolean;
	/** Points to the setting, for the report's related information. */
	readonly related?: readonly DiagnosticRelatedInformation[] | undefined;
}

/** The document of `scope` as dialects see it; the same object as long as nothing changes. */
export const unattendSource = oncePerVersion(
	(scope: MacroScope): UnattendSource => ({
		document: scope.document,
		text: scope.text,
		// A flawed macro is reported as such: no dialect must report it once more.
		masked: maskMacros(scope.text, scope.all),
		macros: scope.all,
		os: scope.link.os,
		release: readableRelease(scope.link.osrelease),
		included: scope.included,
		isIncluded: scope.isIncluded,
		valueOf: macro => macroValue(scope, macro),
	}),
);

/** What looks like no release at all says nothing, and is reported in the manifest. */
const readableRelease = (release: string | undefined): string | undefined =>
	release !== undefined && targetSystems.some(({ isRelease }) => isRelease(release)) ? release : undefined;

function macroValue(scope: MacroScope, { name }: MacroReference): MacroValue | undefined {
	if (isPredefined(name)) return predefinedValue(findPredefined(scope.predefined, name));
	const found = scope.lookUp(name);
	return found?.kind === 'found' && found.node.children.length === 0 ? customValue(scope, found) : undefined;
}

/** Values count as known only when the vendor states them. */
function predefinedValue(macro: PredefinedMacro | undefined): MacroValue | undefined {
	if (!macro) return undefined;
	const { type, shape, grade } = macro;
	// A name may be documented and the form of its value is still our conclusion.
	if (shape !== undefined) return { type, shape, isGuess: true };
	if (!['string', 'integer'].includes(type)) return undefined;
	if (grade !== 'documented' && grade !== 'example') return { type, isGuess: true };
	return { type: macro.type, ...(macro.values && macro.grade === 'documented' ? { choices: macro.values } : {}) };
}

function customValue(scope: MacroScope, { node: { setting } }: FoundMacro): MacroValue {
	const { type, choices, value, regex, category, nameRange } = setting;
	const fixed = category === 'static' && value !== undefined;
	const location = { uri: scope.table?.uri ?? '', range: nameRange };
	return {
		type,
		choices: fixed ? [value] : choices,
		default: value,
		regex,
		related: [
			{
				location,
				message: t('{setting} is declared in {scope}.', { setting: setting.name, scope: configName(scope) }),
			},
		],
	};
}
