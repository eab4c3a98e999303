import { t } from '../../../texts/texts';
import { nearestName } from '../../macros/nearestName';
import { type Finding, finding } from '../finding';
import type { JsonValue } from '../json/jsonNode';
import { believedTypes, called, depthLimit, isLeaf, leafTypes, nameOf, type Setting } from './setting';

const containerTypes = ['array', 'assoc_array'];
const knownTypes = [...leafTypes, ...containerTypes];

const leafKeys = ['value', 'choices', 'regex'];

/** What is wrong with how a setting hangs together with those around and inside it. */
export function treeFindings(setting: Setting): Finding[] {
	return [...typeFindings(setting), ...containerFindings(setting), ...flagFindings(setting)];
}

function typeFindings({ value, path }: Setting): Finding[] {
	const { type } = value;
	if (typeof type !== 'string') return [];
	const place = { path: [...path, 'type'], part: 'value' } as const;
	if (believedTypes.includes(type)) return [finding('config-type-believed', place, { type })];
	if (knownTypes.includes(type)) return [];
	const similar = nearestName(type, knownTypes);
	const hint = similar ? ` ${t('Did you mean "{similar}"?', { similar })}` : '';
	const replacement = similar ? { replacement: JSON.stringify(similar) } : {};
	return [finding('config-type-unknown', place, { type, hint, ...replacement })];
}

function containerFindings(setting: Setting): Finding[] {
	const { value, path, parent, depth } = setting;
	const findings: Finding[] = [];
	const { type, template } = value;
	const name = nameOf(setting) || t('This setting');
	const hasContent = Object.hasOwn(value, 'content');
	const hasTemplate = Object.hasOwn(value, 'template');
	const typePath = [...path, 'type'];
	const isContainerType = typeof type === 'string' && containerTypes.includes(type);
	const key = hasContent ? 'content' : 'template';
	if (hasContent && hasTemplate) {
		findings.push(finding('config-content-and-template', { path: [...path, 'template'], part: 'key' }, { name }));
	}
	if (typeof type === 'string' && leafTypes.includes(type) && (hasContent || hasTemplate)) {
		// With nothing that only a value has, the type is the odd one.
		const isGroup = !leafKeys.some(each => Object.hasOwn(value, each));
		const place = isGroup
			? ({ path: typePath, part: 'value' } as const)
			: ({ path: [...path, key], part: 'key' } as const);
		const meant = isGroup ? { replacement: hasTemplate ? '"array"' : '"assoc_array"' } : {};
		findings.push(finding('config-leaf-with-children', place, { name, type, key, ...meant }));
	}
	if (isContainerType && isLeaf(setting) && parent) {
		findings.push(finding('config-container-without-children', { path: typePath, part: 'value' }, { name, type }));
	}
	if (value.category === 'static' && !isLeaf(setting) && hasDynamicLeaf(setting)) {
		findings.push(finding('config-static-group', { path: [...path, 'category'], part: 'value' }, { name }));
	}
	if (hasContent && !hasTemplate && type === 'array') {
		findings.push(
			finding('config-group-type', { path: typePath, part: 'value' }, { name, replacement: '"assoc_array"' }),
		);
	}
	if (Array.isArray(template) && template.length !== 1) {
		findings.push(
			finding('config-template-count', { path: [...path, 'template'], part: 'key' }, { count: template.length }),
		);
	}
	if (depth === depthLimit && !isLeaf(setting)) {
		findings.push(finding('config-depth', { path, part: 'setting' }, { limit: depthLimit }));
	}
	return findings;
}

function flagFindings(setting: Setting): Finding[] {
	const { value, path, parent, list } = setting;
	const findings: Finding[] = [];
	const around = commonAround(setting);
	if (typeof value.common === 'boolean' && around && around.value.common !== value.common && !isOddOneOut(around)) {
		const facts = {
			common: value.common,
			parent: !value.common,
			name: nameOf(around),
			replacement: String(!value.common),
		};
		findings.push(finding('config-common-flip', { path: [...path, 'common'], part: 'value' }, facts));
	}
	if (Object.hasOwn(value, 'autoCreateInstance') && list !== 'template') {
		const facts = {
			key: 'autoCreateInstance',
			kind: t('a setting outside "template"'),
			owner: t('the object inside "template"'),
		};
		findings.push(finding('config-misplaced-key', { path: [...path, 'autoCreateInstance'], part: 'key' }, facts));
	}
	const { minElements: min, maxElements: max } = value;
	// A count that is none is reported as that.
	if (isCount(min) && isCount(max) && min > max) {
		findings.push(finding('config-min-above-max', { path: [...path, 'minElements'], part: 'value' }, { min, max }));
	} else if (isCount(max)) findings.push(...boundFindings(setting));
	const recommended = parent ? ['common', 'optional'] : ['optional'];
	for (const key of recommended) {
		if (Object.hasOwn(value, key) || !Object.hasOwn(value, 'name')) continue;
		findings.push(finding('config-recommended-key', { path, part: 'setting' }, { setting: called(setting), key }));
	}
	return findings;
}

const isCount = (value: JsonValue | undefined): value is number =>
	typeof value === 'number' && Number.isInteger(value) && value >= 0;

/** Elements exist from the start when they stand in "content" beside the template, or when the first makes itself. */
function boundFindings({ value, path, children }: Setting): Finding[] {
	const { maxElements: max, name } = value;
	const prototype = children.find(({ list }) => list === 'template');
	if (typeof max !== 'number' || !prototype) return [];
	const written = children.filter(({ list }) => list === 'content').length;
	const count = Math.max(written, prototype.value.autoCreateInstance === true ? 1 : 0);
	if (count <= max) return [];
	const facts = { max, count, name: typeof name === 'string' ? name : t('this list') };
	return [finding('config-element-bound', { path: [...path, 'maxElements'], part: 'value' }, facts)];
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
