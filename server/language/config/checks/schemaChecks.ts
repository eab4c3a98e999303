import { validate } from '../../../../schemas/config-settings.schema.json?compiled';
import { t } from '../../../texts/texts';
import { nearestName } from '../../macros/nearestName';
import { type Finding, finding } from '../finding';
import { isJsonObject, type JsonPath, type JsonValue } from '../json/jsonNode';
import { knownKeys } from '../schemaKeys';
import { describe, isLeafType } from './setting';

type Violation = NonNullable<typeof validate.errors>[number];

/** Where a file is not as the schema has it. What follows from an `if` is said by itself, the `if` only once more. */
export function violationsOf(file: JsonValue): readonly Violation[] {
	if (validate(file)) return [];
	const found = (validate.errors ?? []).filter(({ keyword }) => keyword !== 'if');
	// They hang on the validator, and those of a large file would stay in memory.
	validate.errors = null;
	return found;
}

/** What the format's schema says about a file, in our words. `path` is where the file is in the text. */
export function schemaFindings(file: JsonValue, path: JsonPath, violations: readonly Violation[]): Finding[] {
	if (violations.length === 0) return [];
	if (isJsonObject(file) && !Object.keys(file).some(key => knownKeys.has(key))) {
		return [finding('config-root-content', { path, part: 'setting' }, { key: 'content' })];
	}
	const places = placesOf(file, path, violations);
	const wrapped = new Set(
		violations.flatMap((violation, nth) => (isWrapper(violation, places[nth]) ? [violation.instancePath] : [])),
	);
	const findings = violations.flatMap((violation, nth) => {
		const place = places[nth];
		if (!place || (violation.keyword === 'required' && wrapped.has(violation.instancePath))) return [];
		return findingOf(violation, place) ?? [];
	});
	return oncePerList(withoutEmpty(findings, file, path));
}

/** An object that says neither category nor type nor name is one mistake: its missing name stands for all. */
function withoutEmpty(findings: readonly Finding[], file: JsonValue, path: JsonPath): Finding[] {
	const nameless = new Set(
		findings.filter(({ code }) => code === 'config-missing-name').map(found => JSON.stringify(found.path)),
	);
	if (nameless.size === 0) return [...findings];
	return findings.filter(found => {
		if (found.code !== 'config-missing-key' || !nameless.has(JSON.stringify(found.path))) return true;
		const { value } = valueAtPointer(file, ['', ...found.path.slice(path.length)].join('/'));
		return isJsonObject(value) && ['category', 'type', 'name'].some(key => Object.hasOwn(value, key));
	});
}

/** Where each violation is. What one object has or lacks is said in a row: thousands of keys can be unknown. */
function placesOf(file: JsonValue, path: JsonPath, violations: readonly Violation[]): ValueAtPath[] {
	let at: ValueAtPath | undefined;
	let pointer: string | undefined;
	return violations.map(({ instancePath }) => {
		if (!at || instancePath !== pointer) at = valueAtPointer(file, instancePath, path);
		pointer = instancePath;
		return at;
	});
}

/** True for what is said of an object that only wraps a setting in a key, such as its name. */
const isWrapper = ({ keyword, params }: Violation, place: ValueAtPath | undefined): boolean =>
	keyword === 'additionalProperties' && place !== undefined && isWrappedIn(place, String(params.additionalProperty));

/** Keys that tell a setting from other objects, more than one of them. */
const isWrappedIn = ({ value, hasOneKey }: ValueAtPath, key: string): boolean => {
	const inner = hasOneKey && isJsonObject(value) ? value[key] : undefined;
	return isJsonObject(inner) && tellingKeys.filter(each => Object.hasOwn(inner, each)).length > 1;
};
const tellingKeys = ['category', 'type', 'common', 'optional', 'content', 'template'];

/** A list of texts where objects belong is one mistake: its first element stands for all. */
function oncePerList(findings: readonly Finding[]): Finding[] {
	const lists = new Set<string>();
	return findings.filter(({ code, path }) => {
		if (code !== 'config-setting') return true;
		const list = JSON.stringify(path.slice(0, -1));
		const isFirst = !lists.has(list);
		lists.add(list);
		return isFirst;
	});
}

interface ValueAtPath {
	readonly path: JsonPath;
	readonly value: JsonValue | undefined;
	readonly parent: JsonValue | undefined;
	/** The value is an object with one key and no more. */
	readonly hasOneKey: boolean;
}

/** Follows a JSON pointer; `start` is where the file is in the text. */
function valueAtPointer(file: JsonValue, pointer: string, start: JsonPath = []): ValueAtPath {
	const path: (string | number)[] = [...start];
	let value: JsonValue | undefined = file;
	let parent: JsonValue | undefined;
	for (const step of pointer.split('/').slice(1)) {
		const key = step.includes('~') ? step.replaceAll('~1', '/').replaceAll('~0', '~') : step;
		parent = value;
		path.push(Array.isArray(value) ? Number(key) : key);
		value = Array.isArray(value) ? value[Number(key)] : isJsonObject(value) ? value[key] : undefined;
	}
	return { path, value, parent, hasOneKey: isJsonObject(value) && Object.keys(value).length === 1 };
}

function findingOf({ keyword, params }: Violation, place: ValueAtPath): Finding | undefined {
	switch (keyword) {
		case 'additionalProperties':
			return keyFinding(String(params.additionalProperty), place);
		case 'required':
			return missing(String(params.missingProperty), place);
		case 'type':
			return wrongType(String(params.type), place);
		case 'enum':
			return typeof place.value === 'string' ? wrongCategory(place.value, place.path) : undefined;
		case 'minimum':
			return elementCount(place);
		case 'pattern':
			return finding('config-missing-name', { path: place.path, part: 'value' }, {});
		case 'minItems':
			// A value that holds settings is reported as that.
			if (isJsonObject(place.parent) && isLeafType(String(place.parent.type))) return undefined;
			return finding('config-empty-content', { path: place.path, part: 'value' }, { name: siblingName(place.parent) });
		default:
			return undefined;
	}
}

const siblingName = (setting: JsonValue | undefined): string =>
	isJsonObject(setting) && typeof setting.name === 'string' ? setting.name : t('this setting');

function keyFinding(key: string, at: ValueAtPath): Finding | undefined {
	const { path, value } = at;
	const place = { path: [...path, key], part: 'key' } as const;
	const setting = isJsonObject(value) ? value : {};
	// A key that is like a known one was read as that one.
	if (!knownKeys.has(key)) {
		const hint = isWrappedIn(at, key) ? ` ${t('The setting inside it stands here itself.')}` : '';
		return finding('config-unknown-key', place, { key, hint });
	}
	const hasTemplate = Object.hasOwn(setting, 'template');
	const isContainer = hasTemplate || Object.hasOwn(setting, 'content');
	// A list that lacks its template is reported as that.
	if (!isContainer && (setting.type === 'array' || setting.type === 'assoc_array')) return undefined;
	// So is a value that holds settings.
	if (isContainer && typeof setting.type === 'string' && isLeafType(setting.type)) return undefined;
	const kind = hasTemplate
		? t('a list made from a template')
		: isContainer
			? t('a group of settings')
			: t('a setting with a value');
	const owner = key.endsWith('Elements') ? t('a list made from a template') : t('a setting with a value');
	return finding('config-misplaced-key', place, { key, kind, owner });
}

function missing(key: string, { path, value }: ValueAtPath): Finding {
	const place = { path, part: 'setting' } as const;
	if (key === 'name') return finding('config-missing-name', place, { key });
	if (key === 'content') {
		const hasTemplate = isJsonObject(value) && Object.hasOwn(value, 'template');
		const at = hasTemplate ? ({ path: [...path, 'template'], part: 'key' } as const) : place;
		return finding('config-root-content', at, { key });
	}
	const name = siblingName(value);
	const setting = name === t('this setting') ? t('This setting') : `"${name}"`;
	return finding('config-missing-key', place, { setting, key });
}

function wrongType(expected: string, place: ValueAtPath): Finding {
	const at = { path: place.path, part: 'value' } as const;
	const key = String(place.path.at(-1) ?? '');
	const found = describe(place.value);
	if (expected === 'boolean') return finding('config-boolean', at, { key, found, ...asBoolean(place.value) });
	if (expected === 'integer') return elementCount(place);
	if (expected === 'array') return finding('config-list', at, { key, found });
	if (expected === 'string') {
		const scalar = typeof place.value === 'number' || typeof place.value === 'boolean';
		const replacement = scalar ? { replacement: JSON.stringify(String(place.value)) } : {};
		return finding('config-text', at, { key, found, ...replacement });
	}
	return finding('config-setting', at, { key: String(place.path.at(-2) ?? ''), found });
}

function asBoolean(value: JsonValue | undefined): { readonly replacement?: string } {
	if (typeof value === 'object') return {};
	const written = String(value).trim().toLowerCase();
	if (['true', 'yes', 'y', '1', 'on'].includes(written)) return { replacement: 'true' };
	return ['false', 'no', 'n', '0', 'off'].includes(written) ? { replacement: 'false' } : {};
}

function elementCount({ path, value }: ValueAtPath): Finding {
	const whole =
		typeof value === 'string' && /^\d{1,9}$/.test(value.trim()) ? { replacement: String(Number(value)) } : {};
	return finding(
		'config-element-count',
		{ path, part: 'value' },
		{ key: String(path.at(-1)), found: describe(value), ...whole },
	);
}

function wrongCategory(value: string, path: JsonPath): Finding {
	const similar = nearestName(value, ['dynamic', 'static']);
	const replacement = similar ? { replacement: JSON.stringify(similar) } : {};
	return finding('config-category', { path, part: 'value' }, { value, ...replacement });
}
