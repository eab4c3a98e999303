import { type CompletionItem, CompletionItemKind, type Range } from 'vscode-languageserver-types';
import { t } from '../../../texts/texts';
import { instanceNames, lookUpMacro } from '../../macros/macroLookup';
import type { MacroNode } from '../../macros/macroTable';
import { type PredefinedMacro, predefinedChildren } from '../../macros/predefinedMacros';
import type { Span } from '../../span';
import { describeNode, describePredefined, gradeNote } from './macroDescription';
import type { MacroScope } from './macroScope';

/** Instances that are offered of an object without upper bound, or with a high one. */
const mostInstances = 10;

/** The part of a text that a person is completing: a macro from its hash on. */
interface Typed {
	/** Names in front of the one that is typed. */
	readonly before: readonly string[];
	/** Where the macro begins, and where the name that is typed ends. */
	readonly start: number;
	readonly end: number;
	/** Where the macro's names end. */
	readonly last: number;
	/** The closing hash is there already. */
	readonly closed: boolean;
}

/**
 * The names that can stand at `offset` in a macro, level by level; `undefined` when no macro is being written there.
 * A value's name brings the closing hash along, a group's name a dot and the next list.
 */
export function completeMacro(scope: MacroScope, offset: number): CompletionItem[] | undefined {
	const typed = typedMacro(scope, offset);
	if (!typed) return undefined;
	return [...customItems(scope, typed), ...predefinedItems(scope, typed)];
}

const nameCharacter = /[\w.-]/;
const longestMacro = 1000;

function typedMacro(scope: MacroScope, offset: number): Typed | undefined {
	const { text } = scope;
	let from = offset;
	while (from > 0 && offset - from < longestMacro && nameCharacter.test(text[from - 1] ?? '')) from--;
	const hash = from - 1;
	if (text[hash] !== '#' || text[hash - 1] === '&') return undefined;
	if (scope.all.some(({ end }) => end - 1 === hash && text[hash] === '#')) return undefined;
	let last = offset;
	while (last - offset < longestMacro && nameCharacter.test(text[last] ?? '')) last++;
	// Of `##name#` the second hash opens the next macro.
	const opensNext = ({ start, end }: Span): boolean =>
		start === last || (start === hash && from === last && end > last + 1);
	const closed = text[last] === '#' && !scope.all.some(opensNext);
	if (!closed) last = offset;
	const names = text.slice(from, offset).split('.');
	const dot = text.slice(offset, last).indexOf('.');
	return {
		before: names.slice(0, -1),
		start: hash,
		end: dot === -1 ? last : offset + dot,
		last,
		closed,
	};
}

function customItems(scope: MacroScope, typed: Typed): CompletionItem[] {
	const nodes = customNodes(scope, typed.before);
	return nodes.flatMap((node, place) =>
		instanceNames(node, mostInstances, 2).map((name, instance) => {
			const isGroup = node.children.length > 0;
			const sortText = `0${String(place).padStart(5, '0')}${String(instance).padStart(4, '0')}`;
			return {
				...baseItem(scope, typed, { name, isGroup, sortText }),
				kind: itemKind(node),
				detail: node.setting.label ?? node.setting.type,
				documentation: { kind: 'markdown', value: describeNode(scope, node) },
			};
		}),
	);
}

function customNodes({ table }: MacroScope, before: readonly string[]): readonly MacroNode[] {
	if (!table || before.length === 0) return table?.nodes ?? [];
	const parent = lookUpMacro(table, before.join('.'));
	return parent.kind === 'found' ? parent.node.children : [];
}

function itemKind({ children, setting }: MacroNode): CompletionItemKind {
	if (children.length > 0) return CompletionItemKind.Module;
	if (setting.category === 'static') return CompletionItemKind.Constant;
	return setting.choices ? CompletionItemKind.Enum : CompletionItemKind.Variable;
}

function predefinedItems(scope: MacroScope, typed: Typed): CompletionItem[] {
	const parent = typed.before.join('.');
	const root = scope.predefined.get('predefined');
	const macros = parent === '' ? (root ? [root] : []) : predefinedChildren(scope.predefined, parent);
	return macros.map((macro, place) => {
		const isGroup = predefinedChildren(scope.predefined, macro.name).length > 0;
		const name = macro.name.slice(macro.name.lastIndexOf('.') + 1);
		return {
			...baseItem(scope, typed, { name, isGroup, sortText: `1${predefinedOrder(macro, place)}` }),
			kind: isGroup ? CompletionItemKind.Module : CompletionItemKind.Constant,
			detail: [
				macro.type === 'unknown' ? 'predefined' : t('predefined {type}', { type: macro.type }),
				gradeNote(macro.grade),
			]
				.filter(Boolean)
				.join(' · '),
			documentation: { kind: 'markdown', value: describePredefined(macro) },
		};
	});
}

/** What nobody has seen stands last. */
const predefinedOrder = ({ grade }: PredefinedMacro, place: number): string =>
	`${grade === 'believed' ? 1 : 0}${String(place).padStart(4, '0')}`;

interface Offer {
	readonly name: string;
	readonly isGroup: boolean;
	readonly sortText: string;
}

function baseItem(scope: MacroScope, typed: Typed, { name, isGroup, sortText }: Offer): CompletionItem {
	const goesOn = isGroup && typed.end < typed.last;
	const end = isGroup ? typed.end : typed.closed ? typed.last + 1 : typed.last;
	// Editors whose word reaches over the dots compare all of it, so all of it is replaced.
	const whole = `#${[...typed.before, name].join('.')}`;
	const range: Range = {
		start: scope.document.positionAt(typed.start),
		end: scope.document.positionAt(end),
	};
	return {
		label: name,
		sortText,
		filterText: whole,
		textEdit: { range, newText: isGroup ? (goesOn ? whole : `${whole}.`) : `${whole}#` },
		...(isGroup && !goesOn ? { command: { title: t('Next name'), command: 'editor.action.triggerSuggest' } } : {}),
	};
}
