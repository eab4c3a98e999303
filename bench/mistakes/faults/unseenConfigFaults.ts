/** Wrong keys, types, choices, values and expressions in whole JSON, written down from the key table before anybody looked at what the product reports. */

import type { Json } from '../correct/jsonStyle';
import { misspell } from '../edits';
import { type Edit, type Evidence, type FaultKind, kindsOf } from '../fault';
import { anywhere, doc, guess, meant, shown } from './configEvidence';
import { change, has, isDynamic, isLeaf, isRoot, isStatic, lose, renameKey, set } from './configTree';

const hasTemplate = has('template');
const hasChoices = has('choices');
const isList = (found: Parameters<typeof isLeaf>[0]): boolean => hasTemplate(found) && found.node.type === 'array';
const isGroup = (found: Parameters<typeof isLeaf>[0]): boolean => has('content')(found) && !isRoot(found);

const key = (name: string, slips: readonly string[]): [string, Evidence, Edit][] =>
	slips.map(slip => [`t-key-${slip}`, shown, renameKey(name, () => slip)]);

export const unseenConfigFaults: readonly FaultKind[] = kindsOf('config', [
	...key('category', ['catagory', 'kind', 'Category', 'categories']),
	...key('common', ['Common', 'comon', 'global', 'shared']),
	...key('type', ['typ', 'dataType', 'TYPE']),
	...key('optional', ['optionnal', 'isOptional', 'required', 'mandatory']),
	...key('name', ['Name', 'id', 'nmae', 'key']),
	...key('label', ['lable', 'title', 'displayName']),
	...key('description', ['discription', 'desc', 'help', 'descriptions']),
	...key('choices', ['choises', 'choice', 'options', 'enum', 'values']),
	...key('value', ['Value', 'default', 'val', 'vaule']),
	...key('regex', ['regexp', 'pattern', 'reg_ex', 'RegEx']),
	...key('minElements', ['minElement', 'minItems', 'min_elements', 'min']),
	...key('maxElements', ['maxelements', 'maxItems', 'max', 'maximumElements']),
	...key('template', ['templates', 'Template', 'items', 'templete']),
	...key('content', ['contents', 'Content', 'children', 'contnet']),
	...key('autoCreateInstance', ['autocreateInstance', 'autoCreateInstances', 'auto_create_instance', 'autoCreate']),
	['t-category-capital', shown, set(isDynamic, 'category', 'Dynamic')],
	['t-category-fixed', shown, set(isStatic, 'category', 'fixed')],
	['t-category-space', shown, set(isLeaf, 'category', 'dynamic ')],
	['t-category-list', shown, set(isLeaf, 'category', ['dynamic'])],
	['t-category-empty', shown, set(isLeaf, 'category', '')],
	['t-type-capital', meant, set(isLeaf, 'type', 'String')],
	['t-type-text', meant, set(isLeaf, 'type', 'text')],
	['t-type-list', meant, set(isList, 'type', 'list')],
	['t-type-object', meant, set(isGroup, 'type', 'object')],
	['t-type-dictionary', meant, set(isGroup, 'type', 'assoc-array')],
	['t-type-number', shown, set(isLeaf, 'type', 1)],
	['t-type-null', shown, set(isLeaf, 'type', null)],
	['t-leaf-is-group', meant, set(isLeaf, 'type', 'assoc_array')],
	['t-leaf-is-list', meant, set(isLeaf, 'type', 'array')],
	['t-group-is-text', meant, set(isGroup, 'type', 'string')],
	['t-list-is-text', meant, set(isList, 'type', 'string')],
	[
		't-choices-one-text',
		shown,
		change(hasChoices, ({ node }) => {
			node.choices = (node.choices as string[]).join(', ');
		}),
	],
	[
		't-choices-in-one-item',
		meant,
		change(hasChoices, ({ node }) => {
			node.choices = [(node.choices as string[]).join(',')];
		}),
	],
	[
		't-choices-nested',
		shown,
		change(hasChoices, ({ node }) => {
			node.choices = [node.choices as Json];
		}),
	],
	[
		't-choices-object',
		shown,
		change(hasChoices, ({ node }) => {
			node.choices = Object.fromEntries((node.choices as string[]).map(c => [c, c]));
		}),
	],
	[
		't-choices-labelled',
		shown,
		change(hasChoices, ({ node }) => {
			node.choices = (node.choices as string[]).map(c => ({ label: c, value: c }));
		}),
	],
	['t-choices-null', shown, set(hasChoices, 'choices', null)],
	[
		't-choices-with-null',
		shown,
		change(hasChoices, ({ node }) => {
			node.choices = [...(node.choices as string[]), null];
		}),
	],
	[
		't-choices-with-empty',
		meant,
		change(hasChoices, ({ node }) => {
			node.choices = [...(node.choices as string[]), ''];
		}),
	],
	[
		't-choice-twice',
		meant,
		change(hasChoices, ({ node }) => {
			const list = node.choices as string[];
			node.choices = [...list, list[0] ?? ''];
		}),
	],
	[
		't-choice-with-space',
		meant,
		change(hasChoices, ({ node }) => {
			const list = node.choices as string[];
			node.choices = [...list.slice(1), `${list[0]} `];
			delete node.value;
		}),
	],
	[
		't-value-other-case',
		shown,
		change(
			f => hasChoices(f) && typeof f.node.value === 'string' && /[a-z]/.test(f.node.value),
			({ node }) => {
				node.value = String(node.value).toUpperCase();
			},
		),
	],
	[
		't-value-space-after',
		meant,
		change(
			f => hasChoices(f) && has('value')(f),
			({ node }) => {
				node.value = `${node.value} `;
			},
		),
	],
	[
		't-value-misspelt',
		shown,
		change(
			f => hasChoices(f) && has('value')(f) && /[a-z]{3}/i.test(String(f.node.value)),
			({ node }, random) => {
				node.value = misspell(String(node.value), random);
			},
		),
	],
	['t-value-index', meant, set(f => hasChoices(f), 'value', 0)],
	[
		't-value-list',
		meant,
		change(
			f => isDynamic(f) && has('value')(f),
			({ node }) => {
				node.value = [node.value as Json];
			},
		),
	],
	['t-value-object', meant, set(isDynamic, 'value', { default: 'x' })],
	['t-value-null', meant, set(isDynamic, 'value', null)],
	['t-value-true', meant, set(isDynamic, 'value', true)],
	['t-static-value-null', shown, set(isStatic, 'value', null)],
	['t-static-no-value', anywhere, lose(isStatic, 'value')],
	[
		't-static-default',
		shown,
		change(isStatic, ({ node }) => {
			node.defaultValue = node.value as Json;
			delete node.value;
		}),
	],
	[
		't-value-many-choices',
		shown,
		change(hasChoices, ({ node }) => {
			node.value = (node.choices as string[]).slice(0, 2).join(',');
		}),
	],
	['t-regex-open-group', doc, set(isDynamic, 'regex', '^([a-z]+$')],
	['t-regex-open-class', doc, set(isDynamic, 'regex', '^[a-z$')],
	['t-regex-star-first', doc, set(isDynamic, 'regex', '*.example.net')],
	['t-regex-count-turned', doc, set(isDynamic, 'regex', '^[a-z]{5,2}$')],
	['t-regex-range-turned', doc, set(isDynamic, 'regex', '^[z-a]+$')],
	['t-regex-slashes', meant, set(isDynamic, 'regex', '/^.+$/i')],
	['t-regex-list', shown, set(isDynamic, 'regex', ['^[a-z]+$'])],
	['t-regex-posix', guess, set(f => isDynamic(f) && !has('value')(f) && !hasChoices(f), 'regex', '^[[:alpha:]]+$')],
	['t-regex-empty', guess, set(isDynamic, 'regex', '')],
	[
		't-regex-twice-escaped',
		{ ...meant, place: /"value"/ },
		set(f => isDynamic(f) && has('value')(f), 'regex', '^\\\\w+$'),
	],
	['t-regex-end-before-start', meant, set(isDynamic, 'regex', '$[a-z]+^')],
	[
		't-regex-refuses-value',
		{ ...meant, place: /"value"/ },
		set(f => isDynamic(f) && has('value')(f), 'regex', '^[0-9]{12}$'),
	],
]);
