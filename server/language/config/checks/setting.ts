import { t } from '../../../texts/texts';
import { isJsonObject, type JsonObject, type JsonPath, type JsonValue } from '../json/jsonNode';

/** One object of the file with its surroundings. */
export interface Setting {
	readonly value: JsonObject;
	readonly path: JsonPath;
	/** The setting around it; `undefined` on the top-most object. */
	readonly parent: Setting | undefined;
	/** The list it stands in. */
	readonly list: 'content' | 'template' | undefined;
	/** The settings inside, in document order. */
	readonly children: readonly Setting[];
	readonly depth: number;
}

interface GrowingSetting extends Setting {
	readonly children: Setting[];
}

/** Settings nested deeper than this are not looked at. */
export const depthLimit = 100;

/** All settings of a file, parents before children; nesting is bounded by `depthLimit`. */
export function settingsOf(file: JsonValue | undefined, path: JsonPath): Setting[] {
	if (!isJsonObject(file)) return [];
	const all: GrowingSetting[] = [{ value: file, path, parent: undefined, list: undefined, children: [], depth: 0 }];
	for (const parent of all) {
		if (parent.depth >= depthLimit) continue;
		for (const list of ['content', 'template'] as const) {
			const elements = parent.value[list];
			if (!Array.isArray(elements)) continue;
			for (const [index, value] of elements.entries()) {
				if (!isJsonObject(value)) continue;
				const child = {
					value,
					path: [...parent.path, list, index],
					parent,
					list,
					children: [],
					depth: parent.depth + 1,
				};
				parent.children.push(child);
				all.push(child);
			}
		}
	}
	return all;
}

/** Name of a setting, or an empty text. */
export const nameOf = ({ value }: Setting): string => (typeof value.name === 'string' ? value.name : '');

/** How a sentence calls a setting: by its name, or as one without. */
export const called = (setting: Setting): string =>
	nameOf(setting) === '' ? t('This setting') : `"${nameOf(setting)}"`;

/** Whether a setting has a value of its own, and no settings inside. */
export const isLeaf = ({ value }: Setting): boolean =>
	!Object.hasOwn(value, 'content') && !Object.hasOwn(value, 'template');

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
