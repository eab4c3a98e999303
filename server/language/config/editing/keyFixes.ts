import type { Node } from 'jsonc-parser';
import { t } from '../../../texts/texts';
import { appendAll } from '../../appendAll';
import { nearestName } from '../../macros/nearestName';
import { decides, safe } from '../../quickFix';
import { insert, replace } from '../../textChange';
import { childOf, keyOf, nodeAtOffset, propertyOf } from '../json/jsonNode';
import { knownKeys } from '../schemaKeys';
import type { ConfigFixer, Fix } from './fix';

/** A key that is missing, with each value that goes with what else the setting says. */
export const missingKeyFixes: ConfigFixer = (problem, { root, text, isJson }) => {
	const key = String(problem.facts.key ?? '');
	const setting = objectAt(root, problem.start);
	// Where signs are missing, nobody knows in which object the new member would stand.
	if (!isJson || !setting || isMisspelt(key, setting)) return [];
	return valuesFor(key, setting).map(value => {
		const member = `${JSON.stringify(key)}: ${value}`;
		const change =
			text[problem.start] === '{' ? insert(problem.start + 1, `${member}, `) : insert(problem.end, `, ${member}`);
		return decides(t('Add {member}', { member }), change);
	});
};

/** A value behind a key that has none. Where none can be proposed, the repair of a whole file leaves it empty. */
export const missingValueFixes: ConfigFixer = (problem, { root }) => {
	const { apart } = problem.facts;
	if (typeof apart === 'string') return [safe(t('Write key and value apart'), replace(problem, apart))];
	const key = String(problem.facts.key ?? '');
	const written = String(problem.facts.insert ?? '');
	const empty = ['content', 'template', 'choices'].includes(key) ? '[]' : '""';
	const fixWith = (value: string): Fix =>
		decides(
			t('Insert {value}', { value }),
			insert(
				problem.end,
				written.replace('""', () => value),
			),
		);
	const setting = objectAt(root, problem.start);
	const values = setting ? valuesFor(key, setting) : [];
	const own = values.map(fixWith);
	return [...own, { ...fixWith(empty), isForRepair: true, isForRepairOnly: !values.includes(empty) }];
};

/** JSON values that a key of a setting can have without a contradiction; empty when only a person can tell. */
export function valuesFor(key: string, setting: Node): readonly string[] {
	switch (key) {
		case 'category':
			return categoriesOf(setting);
		case 'type':
			return typesOf(setting);
		case 'common':
			return commonOf(setting);
		case 'optional':
		case 'autoCreateInstance':
			return ['true', 'false'];
		case 'label':
			return [JSON.stringify(textOf(setting, 'name'))];
		case 'value':
			return ['boolean', 'integer'].includes(textOf(setting, 'type')) ? [] : ['""'];
		case 'description':
		case 'regex':
			return ['""'];
		case 'minElements':
			return ['0'];
		default:
			return [];
	}
}

const isContainer = (setting: Node): boolean =>
	propertyOf(setting, 'content') !== undefined || propertyOf(setting, 'template') !== undefined;

/** A fixed setting has a value; nobody is asked for one. */
function categoriesOf(setting: Node): readonly string[] {
	const canBeStatic = isContainer(setting) || childOf(setting, 'value') !== undefined;
	return canBeStatic ? ['"dynamic"', '"static"'] : ['"dynamic"'];
}

function typesOf(setting: Node): readonly string[] {
	if (propertyOf(setting, 'template')) return ['"array"', '"assoc_array"'];
	if (propertyOf(setting, 'content')) return ['"assoc_array"'];
	const value = childOf(setting, 'value');
	return !value || value.type === 'string' ? ['"string"'] : [];
}

/** What the setting around says, and those inside. */
function commonOf(setting: Node): readonly string[] {
	const said = [commonAround(setting), ...commonsInside(setting)].filter(value => value !== undefined);
	return said.length === 0 ? ['true', 'false'] : [...new Set(said)].length === 1 ? [String(said[0])] : [];
}

function commonAround(setting: Node): boolean | undefined {
	for (let node = setting.parent; node; node = node.parent) {
		const common = commonIn(node);
		if (common !== undefined) return common;
	}
	return undefined;
}

/** What the nearest settings inside say. */
export function commonsInside(setting: Node): readonly boolean[] {
	const found: boolean[] = [];
	const open = ['content', 'template'].flatMap(key => childOf(setting, key)?.children ?? []);
	for (let node = open.pop(); node; node = open.pop()) {
		const common = commonIn(node);
		if (common !== undefined) found.push(common);
		else for (const key of ['content', 'template']) appendAll(open, childOf(node ?? setting, key)?.children ?? []);
	}
	return found;
}

function commonIn(node: Node): boolean | undefined {
	const value: unknown = childOf(node, 'common')?.value;
	return typeof value === 'boolean' ? value : undefined;
}

function textOf(setting: Node, key: string): string {
	const value: unknown = childOf(setting, key)?.value;
	return typeof value === 'string' ? value : '';
}

/** Whether the key stands there in another spelling: a second one beside it would be no cure. */
const isMisspelt = (key: string, setting: Node): boolean =>
	(setting.children ?? []).some(member => {
		const written = keyOf(member);
		return !knownKeys.has(written) && nearestName(written, [key]) !== undefined;
	});

/** The innermost object around an offset. */
export function objectAt(root: Node | undefined, offset: number): Node | undefined {
	let node = nodeAtOffset(root, offset);
	while (node && node.type !== 'object') node = node.parent;
	return node;
}
