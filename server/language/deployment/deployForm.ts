import type { Instances, MacroNode, MacroTable, SettingFacts } from '../macros/macroTable';

/** What the deploy dialog asks, as the configuration-settings file tells it. */
export interface DeployForm {
	/** One value for all servers. */
	readonly common: readonly FormEntry[];
	/** Asked again for each server. */
	readonly perServer: readonly FormEntry[];
}

export type FormEntry = FormField | FormGroup | FormList;

/** How a value is entered; `fixed` is shown and cannot be changed. */
export type FieldInput = 'text' | 'choice' | 'checkbox' | 'number' | 'password' | 'fixed';

/** A setting that stands for one value. */
export interface FormField {
	readonly kind: 'field';
	readonly name: string;
	readonly setting: SettingFacts;
	readonly input: FieldInput;
	/** Deployment does not go ahead without a value. */
	readonly isRequired: boolean;
}

/** A setting that holds others. */
export interface FormGroup {
	readonly kind: 'group';
	readonly name: string;
	readonly setting: SettingFacts;
	readonly entries: readonly FormEntry[];
}

/** A template: as many instances as the operator adds, within its bounds. */
export interface FormList {
	readonly kind: 'list';
	/** Without number. */
	readonly name: string;
	/** Of the template's element. */
	readonly setting: SettingFacts;
	/** What one instance is. */
	readonly element: FormField | FormGroup;
	readonly min: number;
	/** `undefined`: no upper bound is declared. */
	readonly max: number | undefined;
	/** How many there are before the operator adds or removes one. */
	readonly initial: number;
}

/** More instances than a person makes; a bound for hostile files. */
export const mostInstances = 1000;

/**
 * The form of a configuration-settings file. The first level decides whether a setting is common: a deeper one that
 * says otherwise is reported by a check, and stays with its parent.
 */
export function deployForm({ nodes }: Pick<MacroTable, 'nodes'>): DeployForm {
	const isPerServer = (node: MacroNode): boolean => declaredCommon(node) === false;
	return {
		common: nodes.filter(node => !isPerServer(node)).map(entryOf),
		perServer: nodes.filter(isPerServer).map(entryOf),
	};
}

/** What a setting says of itself or, when it says nothing, the first one in it that does. */
function declaredCommon(node: MacroNode): boolean | undefined {
	if (node.setting.common !== undefined) return node.setting.common;
	for (const child of node.children) {
		const declared = declaredCommon(child);
		if (declared !== undefined) return declared;
	}
	return undefined;
}

function entryOf(node: MacroNode): FormEntry {
	const element = elementOf(node);
	return node.instances ? listOf(node, node.instances, element) : element;
}

function elementOf(node: MacroNode): FormField | FormGroup {
	const { name, setting, children } = node;
	if (children.length > 0) return { kind: 'group', name, setting, entries: children.map(entryOf) };
	return { kind: 'field', name, setting, input: inputOf(setting), isRequired: setting.optional === false };
}

function listOf(
	{ name, setting }: MacroNode,
	{ min, max, autoCreated }: Instances,
	element: FormField | FormGroup,
): FormList {
	const most = Math.min(max ?? mostInstances, mostInstances);
	const initial = Math.min(Math.max(min, autoCreated ? 1 : 0), most);
	return { kind: 'list', name, setting, element, min, max, initial };
}

function inputOf({ category, choices, type, value }: SettingFacts): FieldInput {
	if (category === 'static' && value !== undefined) return 'fixed';
	if (choices && choices.length > 0) return 'choice';
	const sort = type.toLowerCase();
	if (sort === 'boolean') return 'checkbox';
	if (sort === 'integer' || sort === 'number') return 'number';
	return sort === 'password' ? 'password' : 'text';
}
