import { t } from '../../../texts/texts';
import { nearestName } from '../../macros/nearestName';
import { type Finding, finding } from '../finding';
import type { JsonValue } from '../json/jsonNode';
import {
	believedTypes,
	called,
	depthLimit,
	isLeaf,
	isLeafType,
	leafTypes,
	nameOf,
	pathIn,
	type Setting,
} from './setting';

const containerTypes = ['array', 'assoc_array'];
/** Types that a vendor's file shows. */
const knownTypes: ReadonlySet<string> = new Set(['string', ...containerTypes]);

/** What is wrong with how a setting hangs together with those around and inside it. */
export function checkTree(setting: Setting, found: Finding[]): void {
	checkType(setting, found);
	if (isLeaf(setting)) checkLeaf(setting, found);
	else checkContainer(setting, found);
	checkFlags(setting, found);
	checkCounts(setting, found);
	checkRecommended(setting, found);
}

function checkType(setting: Setting, found: Finding[]): void {
	const { type } = setting.value;
	if (typeof type !== 'string' || knownTypes.has(type)) return;
	const place = { path: pathIn(setting, 'type'), part: 'value' } as const;
	if (believedTypes.includes(type)) {
		found.push(finding('config-type-believed', place, { type }));
		return;
	}
	const similar = nearestName(type, [...leafTypes, ...containerTypes]);
	const hint = similar ? ` ${t('Did you mean "{similar}"?', { similar })}` : '';
	const replacement = similar ? { replacement: JSON.stringify(similar) } : {};
	found.push(finding('config-type-unknown', place, { type, hint, ...replacement }));
}

function checkLeaf(setting: Setting, found: Finding[]): void {
	const { type } = setting.value;
	if (!setting.parent || typeof type !== 'string' || !containerTypes.includes(type)) return;
	const place = { path: pathIn(setting, 'type'), part: 'value' } as const;
	found.push(finding('config-container-without-children', place, { name: subject(setting), type }));
}

const subject = (setting: Setting): string => nameOf(setting) || t('This setting');

function checkContainer(setting: Setting, found: Finding[]): void {
	const { type, template, content, category } = setting.value;
	const name = subject(setting);
	if (content !== undefined && template !== undefined) {
		found.push(finding('config-content-and-template', { path: pathIn(setting, 'template'), part: 'key' }, { name }));
	}
	if (typeof type === 'string' && isLeafType(type)) found.push(leafWithChildren(setting, name, type));
	if (category === 'static' && hasDynamicLeaf(setting)) {
		found.push(finding('config-static-group', { path: pathIn(setting, 'category'), part: 'value' }, { name }));
	}
	if (template === undefined && type === 'array') {
		const place = { path: pathIn(setting, 'type'), part: 'value' } as const;
		found.push(finding('config-group-type', place, { name, replacement: '"assoc_array"' }));
	}
	if (Array.isArray(template) && template.length !== 1) {
		const place = { path: pathIn(setting, 'template'), part: 'key' } as const;
		found.push(finding('config-template-count', place, { count: template.length }));
	}
	if (setting.depth === depthLimit) {
		found.push(finding('config-depth', { path: pathIn(setting), part: 'setting' }, { limit: depthLimit }));
	}
}

function leafWithChildren(setting: Setting, name: string, type: string): Finding {
	const { value, choices, regex, content, template } = setting.value;
	const key = content === undefined ? 'template' : 'content';
	const facts = { name, type, key };
	// With nothing that only a value has, the type is the odd one.
	const isGroup = value === undefined && choices === undefined && regex === undefined;
	if (!isGroup) return finding('config-leaf-with-children', { path: pathIn(setting, key), part: 'key' }, facts);
	const replacement = template === undefined ? '"assoc_array"' : '"array"';
	const place = { path: pathIn(setting, 'type'), part: 'value' } as const;
	return finding('config-leaf-with-children', place, { ...facts, replacement });
}

function checkFlags(setting: Setting, found: Finding[]): void {
	const { common, autoCreateInstance } = setting.value;
	const around = commonAround(setting);
	if (typeof common === 'boolean' && around && around.value.common !== common && !isOddOneOut(around)) {
		const facts = { common, parent: !common, name: nameOf(around), replacement: String(!common) };
		found.push(finding('config-common-flip', { path: pathIn(setting, 'common'), part: 'value' }, facts));
	}
	if (autoCreateInstance !== undefined && setting.list !== 'template') {
		const facts = {
			key: 'autoCreateInstance',
			kind: t('a setting outside "template"'),
			owner: t('the object inside "template"'),
		};
		found.push(finding('config-misplaced-key', { path: pathIn(setting, 'autoCreateInstance'), part: 'key' }, facts));
	}
}

function checkCounts(setting: Setting, found: Finding[]): void {
	const { minElements: min, maxElements: max } = setting.value;
	// A count that is none is reported as that.
	if (!isCount(max)) return;
	if (isCount(min) && min > max) {
		found.push(finding('config-min-above-max', { path: pathIn(setting, 'minElements'), part: 'value' }, { min, max }));
	} else checkBound(setting, max, found);
}

function checkRecommended(setting: Setting, found: Finding[]): void {
	const { name, common, optional } = setting.value;
	if (name === undefined) return;
	if (setting.parent && common === undefined) found.push(recommended(setting, 'common'));
	if (optional === undefined) found.push(recommended(setting, 'optional'));
}

const recommended = (setting: Setting, key: string): Finding =>
	finding('config-recommended-key', { path: pathIn(setting), part: 'setting' }, { setting: called(setting), key });

const isCount = (value: JsonValue | undefined): value is number =>
	typeof value === 'number' && Number.isInteger(value) && value >= 0;

/** Elements exist from the start when they stand in "content" beside the template, or when the first makes itself. */
function checkBound(setting: Setting, max: number, found: Finding[]): void {
	const { children, value } = setting;
	const prototype = children.find(({ list }) => list === 'template');
	if (!prototype) return;
	const written = children.filter(({ list }) => list === 'content').length;
	const count = Math.max(written, prototype.value.autoCreateInstance === true ? 1 : 0);
	if (count <= max) return;
	const facts = { max, count, name: typeof value.name === 'string' ? value.name : t('this list') };
	found.push(finding('config-element-bound', { path: pathIn(setting, 'maxElements'), part: 'value' }, facts));
}

/** Whether a setting, and not those inside it, says the other thing than all around it. */
function isOddOneOut(setting: Setting): boolean {
	const around = commonAround(setting);
	if (!around || around.value.common === setting.value.common) return false;
	return setting.children.every(({ value }) => value.common !== setting.value.common);
}

/** Whether the operator is asked for something inside. */
function hasDynamicLeaf({ children }: Setting): boolean {
	return children.some(child => (isLeaf(child) ? child.value.category === 'dynamic' : hasDynamicLeaf(child)));
}

/** The nearest setting around this one that says whether it is common. */
function commonAround(setting: Setting): Setting | undefined {
	let around = setting.parent;
	while (around && typeof around.value.common !== 'boolean') around = around.parent;
	return around;
}
