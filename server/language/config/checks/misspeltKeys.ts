import { t } from '../../../texts/texts';
import { nearestName } from '../../macros/nearestName';
import { type Finding, finding } from '../finding';
import { isJsonObject, type JsonObject, type JsonPath, type JsonValue } from '../json/jsonNode';
import { knownKeys } from '../schemaKeys';
import { depthLimit, type Setting } from './setting';

/** A file read with its misspelt keys as the ones that were meant, so that each is one report and hides nothing. */
interface Respelt {
	readonly file: JsonValue;
	/** One for each misspelt key. */
	readonly findings: readonly Finding[];
	/** The path in the file as it is written, for one in the file as it is read; the same list where both are the same. */
	readonly written: (path: JsonPath) => JsonPath;
}

/** Whether a setting has a key that is not of the format. Without one in any setting of a file, none is misspelt. */
export function hasUnknownKey({ value }: Setting): boolean {
	for (const key in value) if (!knownKeys.has(key)) return true;
	return false;
}

/** Reads misspelt keys as what they are like; `path` is where the file is in the text. `undefined` when none is. */
export function respelt(file: JsonValue, path: JsonPath): Respelt | undefined {
	const findings: Finding[] = [];
	/** By object as read: the written key behind a right one. */
	const names = new Map<JsonObject, ReadonlyMap<string, string>>();

	const readSetting = (setting: JsonObject, at: JsonPath, depth: number): JsonObject => {
		const meant = meanings(setting);
		const holdsSettings = Array.isArray(setting.content) || Array.isArray(setting.template);
		if (meant.size === 0 && !holdsSettings) return setting;
		const members = Object.entries(setting).map(([key, value]): [string, JsonValue] => {
			const right = meant.get(key) ?? key;
			const place = [...at, key];
			if (right !== key && value === right) {
				const facts = { key, hint: ` ${t("Key and value are in each other's place.")}`, meant: right, isSwapped: true };
				findings.push(finding('config-unknown-key', { path: place, part: 'key' }, facts));
				return [right, key];
			}
			if (right !== key) {
				// What is required is not optional: the value would have to change, too.
				const replacement = isOpposite(key, right) ? {} : { replacement: JSON.stringify(right) };
				const foreign = nearestName(key, [right]) === undefined ? { isForeign: true } : {};
				const facts = {
					key,
					hint: ` ${t('Did you mean "{right}"?', { right })}`,
					meant: right,
					...replacement,
					...foreign,
				};
				findings.push(finding('config-unknown-key', { path: place, part: 'key' }, facts));
			}
			const isList = (right === 'content' || right === 'template') && Array.isArray(value) && depth < depthLimit;
			return [right, isList ? readList(value, place, depth + 1) : value];
		});
		const read: JsonObject = Object.fromEntries(members);
		if (meant.size > 0) names.set(read, new Map([...meant].map(([key, right]) => [right, key])));
		return read;
	};
	const readList = (list: readonly JsonValue[], at: JsonPath, depth: number): JsonValue[] =>
		list.map((value, index) => (isJsonObject(value) ? readSetting(value, [...at, index], depth) : value));

	const read = isJsonObject(file) ? readSetting(file, path, 0) : file;
	if (findings.length === 0) return undefined;
	return { file: read, findings, written: found => writtenPath(read, found, { start: path.length, names }) };
}

const knownNames = [...knownKeys];

/** An object with more unknown keys than this is not ours, and no misspelling makes it so. */
const mostCompared = 100;

/** What each unknown key of a setting is like, of the keys that it does not have. */
function meanings(setting: JsonObject): ReadonlyMap<string, string> {
	const meant = new Map<string, string>();
	const unknown = Object.keys(setting).filter(key => !knownKeys.has(key));
	if (unknown.length === 0 || unknown.length > mostCompared) return meant;
	let free = knownNames.filter(known => !Object.hasOwn(setting, known));
	for (const key of unknown) {
		const swapped = setting[key];
		// `"dynamic": "category"`: key and value in each other's place.
		if (typeof swapped === 'string' && free.includes(swapped) && keyByValue(key, free) === swapped) {
			meant.set(key, swapped);
			free = free.filter(known => known !== swapped);
			continue;
		}
		const fitting = free.filter(known => fits(known, setting[key], setting));
		const right = keyFor(key, setting[key], fitting) ?? keyFor(key, setting[key], free);
		if (right === undefined) continue;
		meant.set(key, right);
		free = free.filter(known => known !== right);
	}
	return meant;
}

const keyFor = (key: string, value: JsonValue | undefined, free: readonly string[]): string | undefined =>
	nearestName(key, free) ?? foreignKey(key, free) ?? keyByValue(value, free);

/** Whether a key may have a value of this kind: lists of objects are settings, other lists are choices. */
function fits(known: string, value: JsonValue | undefined, { type }: JsonObject): boolean {
	const isList = known === 'choices' || known === 'content' || known === 'template';
	if (!Array.isArray(value)) return !isList || isJsonObject(value);
	if (known === 'choices') return value.every(element => typeof element !== 'object');
	if (!isList || !value.every(isJsonObject)) return false;
	const isPrototype = type === 'array' || value.some(element => Object.hasOwn(element, 'autoCreateInstance'));
	return isPrototype ? known === 'template' || value.length > 1 : known === 'content';
}

/** What other formats call a key, in small letters and without signs between its words. */
const foreignKeys: Readonly<Record<string, readonly string[]>> = {
	value: ['default', 'defaultvalue', 'val', 'data', 'initial'],
	regex: ['pattern', 'regexp', 'regularexpression', 'validation', 'match', 'format'],
	choices: ['enum', 'options', 'values', 'allowed', 'allowedvalues', 'select', 'items'],
	content: ['children', 'items', 'settings', 'contents', 'properties', 'elements', 'fields', 'members', 'nodes'],
	template: ['prototype', 'items', 'element', 'item'],
	optional: ['required', 'mandatory', 'isrequired', 'nullable'],
	minElements: ['min', 'minitems', 'minimum', 'mincount'],
	maxElements: ['max', 'maxitems', 'maximum', 'maxcount'],
	label: ['title', 'caption', 'displayname', 'text', 'prompt'],
	description: ['help', 'desc', 'comment', 'hint', 'tooltip', 'helptext', 'note'],
	type: ['datatype', 'kind', 'valuetype'],
	name: ['id', 'key', 'identifier'],
	common: ['shared', 'global'],
	autoCreateInstance: ['autocreate', 'autoinstance'],
};

const isOpposite = (key: string, right: string): boolean => right === 'optional' && /requ|mand/i.test(key);

function foreignKey(key: string, free: readonly string[]): string | undefined {
	const plain = key.toLowerCase().replace(/[\s_-]/g, '');
	return Object.keys(foreignKeys).find(known => free.includes(known) && foreignKeys[known]?.includes(plain));
}

/** A value that only one key has. */
export function keyByValue(value: JsonValue | undefined, free: readonly string[]): string | undefined {
	if (free.includes('category') && (value === 'dynamic' || value === 'static')) return 'category';
	if (free.includes('type') && (value === 'string' || value === 'array' || value === 'assoc_array')) return 'type';
	return undefined;
}

function writtenPath(
	file: JsonValue,
	path: JsonPath,
	{ start, names }: { readonly start: number; readonly names: ReadonlyMap<JsonObject, ReadonlyMap<string, string>> },
): JsonPath {
	let value: JsonValue | undefined = file;
	let written: (string | number)[] | undefined;
	for (const [index, step] of path.entries()) {
		if (index < start) continue;
		if (Array.isArray(value)) value = value[Number(step)];
		else if (isJsonObject(value)) {
			const name = names.get(value)?.get(String(step));
			if (name !== undefined) {
				written ??= [...path];
				written[index] = name;
			}
			value = value[String(step)];
		}
	}
	return written ?? path;
}
