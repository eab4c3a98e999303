import { t } from '../../../texts/texts';
import { isJsonObject, type JsonObject, type JsonPath, type JsonValue } from '../json/jsonNode';

/** One object of the file with its surroundings. */
export interface Setting {
	readonly value: JsonObject;
	/** The setting around it; `undefined` on the top-most object. */
	readonly parent: Setting | undefined;
	/** The list it stands in. */
	readonly list: 'content' | 'template' | undefined;
	/** Its place in that list. */
	readonly index: number;
	/** The settings inside, in document order. */
	readonly children: readonly Setting[];
	readonly depth: number;
	/** Where the top-most object is in the text. */
	readonly filePath: JsonPath;
	/** It is, or stands in, an object of a template that is not its first one. */
	readonly isSurplus: boolean;
}

interface GrowingSetting extends Setting {
	readonly children: Setting[];
}

/** Settings nested deeper than this are not looked at. */
export const depthLimit = 100;

/** All settings of a file, level by level; nesting is bounded by `depthLimit`. */
export function settingsOf(file: JsonValue | undefined, path: JsonPath): Setting[] {
	if (!isJsonObject(file)) return [];
	const root = { value: file, parent: undefined, list: undefined, index: 0, children: [], depth: 0 };
	const all: GrowingSetting[] = [{ ...root, filePath: path, isSurplus: false }];
	for (const parent of all) {
		if (parent.depth >= depthLimit) continue;
		addChildren(parent, 'content', all);
		addChildren(parent, 'template', all);
	}
	return all;
}

function addChildren(parent: GrowingSetting, list: 'content' | 'template', all: GrowingSetting[]): void {
	const elements = parent.value[list];
	if (!Array.isArray(elements)) return;
	for (let index = 0; index < elements.length; index++) {
		const value = elements[index];
		if (!isJsonObject(value)) continue;
		const child = {
			value,
			parent,
			list,
			index,
			children: [],
			depth: parent.depth + 1,
			filePath: parent.filePath,
			isSurplus: parent.isSurplus || (list === 'template' && index > 0),
		};
		parent.children.push(child);
		all.push(child);
	}
}

/** Where a setting, or what stands under `steps` in it, is in the text. Made only for what is reported. */
export function pathIn(setting: Setting, ...steps: JsonPath): JsonPath {
	const path: (string | number)[] = [...steps];
	for (let at = setting; at.parent && at.list; at = at.parent) path.unshift(at.list, at.index);
	return setting.filePath.length === 0 ? path : [...setting.filePath, ...path];
}

/** Name of a setting, or an empty text. */
export const nameOf = ({ value }: Setting): string => (typeof value.name === 'string' ? value.name : '');

/** How a sentence calls a setting: by its name, or as one without. */
export const called = (setting: Setting): string =>
	nameOf(setting) === '' ? t('This setting') : `"${nameOf(setting)}"`;

/** Whether a setting has a value of its own, and no settings inside. */
export const isLeaf = ({ value }: Setting): boolean => value.content === undefined && value.template === undefined;

/** What a value is, as a sentence names it. */
export function describe(value: JsonValue | undefined): string {
	if (value === null) return 'null';
	if (Array.isArray(value)) return t('a list');
	if (typeof value === 'object') return t('an object');
	if (typeof value === 'string')
		return value.length > 30 ? t('text') : t('the text {value}', { value: JSON.stringify(value) });
	return String(value);
}

/** Types that appear in no vendor example, but are believed to exist. */
export const believedTypes: readonly string[] = ['boolean', 'integer', 'password'];
export const leafTypes: readonly string[] = ['string', ...believedTypes];
export const isLeafType = (type: string): boolean => leafTypes.includes(type);
