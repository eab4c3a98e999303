import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Location } from 'vscode-languageserver-types';
import { oncePerVersion } from '../oncePerVersion';
import { commentaryOf } from './commentary';
import { declaresFirst, lookUpMacro, startsKnownMacro } from './macroLookup';
import { type MacroReference, type MacroSegment, type MacrosRead, readMacros } from './macroReader';
import { doubledMacros, foreignMacros, nestedMacros, type ValueNames } from './macroSyntax';
import type { MacroNode, MacroTable } from './macroTable';
import { nearestName } from './nearestName';
import { explainUnknownPredefined, findPredefined, isPredefined, predefinedMacros } from './predefinedMacros';
import { singleNames } from './singleNames';

/** A macro of a file, and the settings of a configuration-settings file that it names. */
export interface MacroUse {
	readonly document: TextDocument;
	readonly reference: MacroReference;
	/** Not written as a macro must be: a hash is missing, a blank is inside. */
	readonly isFlawed: boolean;
	/** What its names stand for, as far as they are declared: at most one for each segment. */
	readonly path: readonly MacroNode[];
	/** The same with a misspelling put right, when all of it is known then; else empty. */
	readonly meant: readonly MacroNode[];
}

/** One name of a macro that stands for a setting. */
export interface SettingUse extends MacroUse {
	/** Which of the names is meant. */
	readonly index: number;
	/** That name, with its instance number. */
	readonly segment: MacroSegment;
}

/** Who uses the settings of a configuration-settings file. */
export interface Uses {
	/** Every macro that names a setting or is meant to, file by file, in document order. */
	readonly all: readonly MacroUse[];
	/**
	 * For each setting that is used, its uses, in the same order. A group is used by every macro that goes through it,
	 * also by one whose last name is not declared. Settings without a use have no entry.
	 */
	readonly bySetting: ReadonlyMap<MacroNode, readonly SettingUse[]>;
}

/** The uses of a table's settings in the files linked with it; counted once for each version of the files together. */
export const usesOf: (table: MacroTable, dependents: readonly TextDocument[]) => Uses = oncePerVersion(
	(table: MacroTable, dependents: readonly TextDocument[]): Uses => {
		// The same file twice would give every edit twice.
		const distinct = new Map(dependents.map(document => [document.uri, document])).values();
		const all = [...distinct].flatMap(document => macroUses(document, table));
		const bySetting = new Map<MacroNode, SettingUse[]>();
		for (const use of all) {
			if (use.isFlawed) continue;
			for (const [index, node] of use.path.entries()) {
				const segment = use.reference.segments[index];
				if (!segment) continue;
				const known = bySetting.get(node);
				if (known) known.push({ ...use, index, segment });
				else bySetting.set(node, [{ ...use, index, segment }]);
			}
		}
		return { all, bySetting };
	},
);

/** The macros of a file that name settings of a table, or are meant to; in document order. */
export const macroUses: (document: TextDocument, table: MacroTable) => readonly MacroUse[] = oncePerVersion(usesIn);

function usesIn(document: TextDocument, table: MacroTable): MacroUse[] {
	const { references, broken } = macrosOf(document, table);
	const answers = new Map<string, Pick<MacroUse, 'path' | 'meant'>>();
	const uses = [...references, ...broken].flatMap(reference => {
		const answer = answers.get(reference.name) ?? settingsNamed(table, reference.name);
		answers.set(reference.name, answer);
		if (answer.path.length === 0 && answer.meant.length === 0) return [];
		return [{ document, reference, isFlawed: 'flaw' in reference, ...answer }];
	});
	return uses.sort((a, b) => a.reference.start - b.reference.start);
}

function settingsNamed(table: MacroTable, name: string): Pick<MacroUse, 'path' | 'meant'> {
	const found = lookUpMacro(table, name);
	if (found.kind === 'found') return { path: found.path, meant: found.path };
	const corrected = lookUpMacro(table, found.corrected ?? '');
	return { path: declaredPath(table, name), meant: corrected.kind === 'found' ? corrected.path : [] };
}

/** The settings that the names of a macro stand for, as far as they are declared. */
export function declaredPath(table: MacroTable, name: string): readonly MacroNode[] {
	const whole = lookUpMacro(table, name);
	if (whole.kind === 'found') return whole.path;
	const known = lookUpMacro(table, name.split('.').slice(0, whole.segment).join('.'));
	return known.kind === 'found' ? known.path : [];
}

/** Whether a macro without a flaw names a setting or group to its end. */
export const isDeclared = ({ isFlawed, path, reference }: MacroUse): boolean =>
	!isFlawed && path.length === reference.segments.length;

/** Where the macro stands, hashes included. */
export const placeOfUse = ({ document, reference: { start, end } }: MacroUse): Location => ({
	uri: document.uri,
	range: { start: document.positionAt(start), end: document.positionAt(end) },
});

/** Reads the macros of a document as someone who knows the linked file's names, or none. */
export const macrosOf: (document: TextDocument, table: MacroTable | undefined) => MacrosRead = oncePerVersion(
	(document: TextDocument, table: MacroTable | undefined): MacrosRead => macrosIn(document.getText(), table),
);

function macrosIn(text: string, table: MacroTable | undefined): MacrosRead {
	const plain = readMacros(text, table && onceEach(name => isKnown(table, name)), table !== undefined);
	const commentary = commentaryOf(text);
	const isForAppliance = table !== undefined || plain.references.length > 0;
	const whole = inOrder([
		...plain.references,
		...apartFrom(singleNames(text, commentary, isForAppliance), plain.references),
	]);
	const names = valueNames(table);
	const nested = nestedMacros(text, names, commentary);
	const doubled = inOrder([...nested, ...apartFrom(doubledMacros(text, whole, commentary), nested)]);
	const references = apartFrom(whole, doubled);
	const others = inOrder(foreignMacros(text, names, { commentary, taken: whole }));
	const foreign = inOrder([...doubled, ...apartFrom(others, nested)]);
	const unlike = foreign.filter(({ start, end }) => !plain.broken.some(one => one.start === start && one.end === end));
	return { references, broken: inOrder([...apartFrom(plain.broken, unlike), ...unlike]) };
}

const inOrder = <Found extends MacroReference>(macros: readonly Found[]): Found[] =>
	[...macros].sort((a, b) => a.start - b.start);

/** Those that share no text with others, which are in order as they are. */
function apartFrom<Found extends MacroReference>(macros: readonly Found[], others: readonly MacroReference[]): Found[] {
	let next = 0;
	return macros.filter(({ start, end }) => {
		while ((others[next]?.end ?? Number.POSITIVE_INFINITY) <= start) next++;
		return (others[next]?.start ?? Number.POSITIVE_INFINITY) >= end;
	});
}

const isKnown = (table: MacroTable, name: string): boolean =>
	startsKnownMacro(table, name) || nearestName(name, [table.rootName ?? '']) !== undefined;

function onceEach(ask: (name: string) => boolean): (name: string) => boolean {
	const answers = new Map<string, boolean>();
	return name => {
		const answer = answers.get(name) ?? ask(name);
		answers.set(name, answer);
		return answer;
	};
}

/** Names that stand for values: those that the table declares, and the predefined ones. */
const valueNames = (table: MacroTable | undefined): ValueNames => ({
	mayStandIn: text => table !== undefined || text.includes('predefined'),
	starts: onceEach(first => first === 'predefined' || (table !== undefined && declaresFirst(table, first))),
	path(names, isMeant) {
		const name = names.reduce((path, each) => `${path}${/^\d+$/.test(each) || path === '' ? '' : '.'}${each}`, '');
		if (isPredefined(name)) {
			if (isPredefinedValue(name)) return name;
			return isMeant ? explainUnknownPredefined(predefinedMacros([]), name).nearest : undefined;
		}
		if (table === undefined) return undefined;
		const found = lookUpMacro(table, name);
		if (found.kind === 'found') return found.node.children.length === 0 ? name : undefined;
		return isMeant ? found.corrected : undefined;
	},
});

const isPredefinedValue = (name: string): boolean =>
	!['object', 'array', undefined].includes(findPredefined(predefinedMacros([]), name)?.type);
