/** Mistakes in the meaning of configuration-settings files. Sources: the reference's key table (1.3) and rules (1.4). */
import { misspell, slip, swap } from '../edits';
import { kindsOf } from '../fault';
import {
	change,
	childrenOf,
	type Found,
	has,
	isDynamic,
	isLeaf,
	isRoot,
	isStatic,
	isTemplateItem,
	lose,
	type Node,
	renameKey,
	set,
} from './configTree';

const keys = { source: 'key table: every node of the vendor examples has it', grade: 'example' } as const;
const types = { source: 'key table: JSON type of the key in the vendor examples', grade: 'example' } as const;
const values = { source: 'key table: allowed values in the vendor examples', grade: 'example' } as const;
const unknownKey = {
	source: 'key table: a key that no example has; what the key should have been is missing',
	grade: 'example',
} as const;
const inferred = (source: string) => ({ source, grade: 'inferred' }) as const;
const documented = (source: string) => ({ source, grade: 'documented' }) as const;

const not =
	(test: (found: Found) => boolean) =>
	(found: Found): boolean =>
		!test(found);
const and =
	(...tests: ((found: Found) => boolean)[]) =>
	(found: Found): boolean =>
		tests.every(test => test(found));
const any = (): boolean => true;
const isGroup = not(isLeaf);
const hasChoices = and(isDynamic, has('choices'));
const listOf = (node: Node, key: string): string[] => (Array.isArray(node[key]) ? (node[key] as string[]) : []);
const hasList = (found: Found): boolean => has('template', 'maxElements')(found);

/** The line of the mistake is the node's: reports on its opening brace or its name are as good. */
const nodeLine = /^\s*[{"\]]|\{/;

export const configFaults = kindsOf('config', [
	...[
		'category',
		'name',
		'type',
		'optional',
		'common',
		'value',
		'choices',
		'regex',
		'content',
		'template',
		'label',
		'description',
		'minElements',
		'maxElements',
		'autoCreateInstance',
	].map(key => [`key-misspelt-${key}`, unknownKey, renameKey(key, random => misspell(key, random))] as const),
	...['category', 'name', 'type', 'optional', 'regex', 'choices', 'value'].map(
		key => [`key-capital-${key}`, unknownKey, renameKey(key, () => key[0]?.toUpperCase() + key.slice(1))] as const,
	),
	['key-plural-choice', unknownKey, renameKey('choices', () => 'choice')],
	['key-default-for-value', unknownKey, renameKey('value', () => 'default')],
	['key-pattern-for-regex', unknownKey, renameKey('regex', () => 'pattern')],
	['key-enum-for-choices', unknownKey, renameKey('choices', () => 'enum')],
	['key-children-for-content', unknownKey, renameKey('content', () => 'children')],
	['key-min-elements-snake', unknownKey, renameKey('minElements', () => 'min_elements')],
	['key-auto-create-plural', unknownKey, renameKey('autoCreateInstance', () => 'autoCreateInstances')],
	[
		'key-required-for-optional',
		unknownKey,
		change(has('optional'), ({ node }) => {
			node.required = !node.optional;
			delete node.optional;
		}),
	],
	['category-missing', { ...keys, place: nodeLine }, lose(not(isRoot), 'category')],
	['name-missing', { ...keys, place: nodeLine }, lose(not(isRoot), 'name')],
	['type-missing', { ...keys, place: nodeLine }, lose(not(isRoot), 'type')],
	['optional-missing', { ...keys, place: nodeLine, least: 'information' }, lose(not(isRoot), 'optional')],
	['common-missing', { ...keys, place: nodeLine, least: 'information' }, lose(not(isRoot), 'common')],
	['root-name-missing', { ...keys, place: /^\s*\{/ }, lose(isRoot, 'name')],
	['root-content-missing', { ...keys, place: nodeLine }, lose(isRoot, 'content')],
	[
		'group-content-missing',
		{ ...keys, place: nodeLine },
		lose(and(not(isRoot), has('content'), not(isTemplateItem)), 'content'),
	],
	['template-item-without-content', { ...keys, place: nodeLine }, lose(and(isTemplateItem, has('content')), 'content')],
	[
		'list-template-missing',
		{ ...keys, place: nodeLine },
		lose(and(has('template'), not(has('minElements'))), 'template'),
	],
	[
		'category-misspelt',
		values,
		change(any, ({ node }, random) => {
			node.category = misspell(String(node.category), random);
		}),
	],
	[
		'category-upper-case',
		values,
		change(any, ({ node }) => {
			node.category = String(node.category).toUpperCase();
		}),
	],
	[
		'category-other-word',
		values,
		change(any, ({ node }, random) => {
			node.category = random.pick(['fixed', 'variable', 'constant', 'server', 'user']);
		}),
	],
	[
		'type-misspelt',
		values,
		change(any, ({ node }, random) => {
			node.type = misspell(String(node.type), random);
		}),
	],
	[
		'type-other-word',
		values,
		change(isLeaf, ({ node }, random) => {
			node.type = random.pick(['text', 'str', 'String', 'number', 'enum', 'list']);
		}),
	],
	['type-object-for-group', values, set(isGroup, 'type', 'object')],
	[
		'leaf-type-group',
		{ ...inferred('rule 9: a leaf carries neither content nor template'), place: /"name"/ },
		set(isDynamic, 'type', 'assoc_array'),
	],
	[
		'group-type-string',
		{ ...inferred('rule 9: leaf types carry no children'), place: /"(?:name|content|template)"/ },
		set(and(isGroup, not(isRoot)), 'type', 'string'),
	],
	[
		'boolean-as-text',
		types,
		change(has('optional'), ({ node }) => {
			node.optional = String(node.optional);
		}),
	],
	[
		'common-as-text',
		types,
		change(has('common'), ({ node }) => {
			node.common = String(node.common);
		}),
	],
	[
		'common-as-number',
		types,
		change(has('common'), ({ node }) => {
			node.common = node.common ? 1 : 0;
		}),
	],
	[
		'auto-create-as-text',
		types,
		change(has('autoCreateInstance'), ({ node }) => {
			node.autoCreateInstance = 'true';
		}),
	],
	['optional-yes', types, set(has('optional'), 'optional', 'yes')],
	['optional-null', types, set(has('optional'), 'optional', null)],
	['name-number', types, set(not(isRoot), 'name', 7)],
	['name-empty', documented('rule 5: a unique, so non-empty, name'), set(not(isRoot), 'name', '')],
	['label-number', types, set(has('label'), 'label', 12)],
	[
		'description-list',
		types,
		change(has('description'), ({ node }) => {
			node.description = [String(node.description)];
		}),
	],
	['regex-null', types, set(has('regex'), 'regex', null)],
	['category-number', types, set(any, 'category', 1)],
	['type-null', types, set(isLeaf, 'type', null)],
	[
		'min-elements-text',
		types,
		change(has('minElements'), ({ node }) => {
			node.minElements = String(node.minElements);
		}),
	],
	[
		'max-elements-text',
		types,
		change(has('maxElements'), ({ node }) => {
			node.maxElements = String(node.maxElements);
		}),
	],
	['min-elements-negative', inferred('rule 4: counts are not negative'), set(has('minElements'), 'minElements', -1)],
	['max-elements-negative', inferred('rule 4: counts are not negative'), set(has('maxElements'), 'maxElements', -1)],
	['max-elements-fraction', types, set(has('maxElements'), 'maxElements', 2.5)],
	[
		'min-above-max',
		{ ...inferred('rule 4: min is at most max'), place: /"m(?:in|ax)Elements"/ },
		change(hasList, ({ node }) => {
			node.minElements = Number(node.maxElements) + 2;
		}),
	],
	[
		'max-elements-zero',
		{ ...inferred('a list that can hold nothing has no use'), place: /"m(?:in|ax)Elements"/ },
		set(has('maxElements', 'minElements'), 'maxElements', 0),
	],
	[
		'choices-text',
		types,
		change(hasChoices, ({ node }) => {
			node.choices = listOf(node, 'choices').join(',');
		}),
	],
	[
		'choices-object',
		types,
		change(hasChoices, ({ node }) => {
			node.choices = Object.fromEntries(listOf(node, 'choices').map(choice => [choice, choice]));
		}),
	],
	[
		'choices-empty',
		{ ...inferred('rule 7: choices are not empty'), place: /"(?:choices|value)"/ },
		change(and(hasChoices, not(has('value'))), ({ node }) => {
			node.choices = [];
		}),
	],
	[
		'choice-number',
		types,
		change(hasChoices, ({ node }) => {
			node.choices = [...listOf(node, 'choices'), 42];
		}),
	],
	[
		'choice-twice',
		inferred('rule 7: no choice twice'),
		change(hasChoices, ({ node }) => {
			const list = listOf(node, 'choices');
			node.choices = [...list, list[0] ?? ''];
		}),
	],
	[
		'choice-empty-text',
		inferred('rule 7: an empty choice offers nothing'),
		change(and(hasChoices, not(has('regex'))), ({ node }) => {
			node.choices = [...listOf(node, 'choices'), ''];
		}),
	],
	[
		'choice-blank-around',
		inferred('the blank becomes part of the value'),
		change(and(hasChoices, not(has('regex'))), ({ node }) => {
			const list = listOf(node, 'choices').filter(choice => choice !== node.value);
			if (list.length === 0) return false;
			node.choices = listOf(node, 'choices').map(choice => (choice === list[0] ? `${choice} ` : choice));
			return true;
		}),
	],
	[
		'value-not-a-choice',
		{ ...inferred('rule 7: the value is one of the choices'), place: /"(?:value|choices)"/ },
		change(and(hasChoices, has('value')), ({ node }, random) => {
			node.value = random.pick(['other', 'none', 'en_XX', 'default']);
		}),
	],
	[
		'value-choice-misspelt',
		{ ...inferred('rule 7'), place: /"(?:value|choices)"/ },
		change(and(hasChoices, has('value')), ({ node }, random) => {
			node.value = misspell(String(node.value), random);
		}),
	],
	[
		'value-choice-other-case',
		{ ...inferred('rule 7'), place: /"(?:value|choices)"/ },
		change(and(hasChoices, has('value')), ({ node }) => {
			const value = String(node.value);
			node.value = value.toUpperCase() === value ? value.toLowerCase() : value.toUpperCase();
			if (/\d/.test(value)) return false;
			return true;
		}),
	],
	[
		'value-breaks-regex',
		{ ...inferred('rule 8: a default matches the regex'), place: /"(?:value|regex)"/ },
		change(and(isDynamic, has('value', 'regex')), ({ node }) => {
			node.value = '§ not allowed §';
		}),
	],
	[
		'value-is-a-list',
		types,
		change(and(isDynamic, has('value')), ({ node }) => {
			node.value = [String(node.value)];
		}),
	],
	[
		'value-number',
		types,
		change(and(isDynamic, has('value'), not(has('choices')), not(has('regex'))), ({ node }) => {
			node.value = 5;
		}),
	],
	[
		'value-null',
		types,
		change(and(isDynamic, has('value')), ({ node }) => {
			node.value = null;
		}),
	],
	[
		'static-without-value',
		{ ...inferred('rule 6: a static leaf has a value'), place: nodeLine },
		lose(isStatic, 'value'),
	],
	['static-empty-value', { ...inferred('rule 6'), least: 'information' }, set(isStatic, 'value', '')],
	[
		'static-list-value',
		types,
		change(isStatic, ({ node }) => {
			node.value = [String(node.value)];
		}),
	],
	[
		'dynamic-to-static-no-value',
		{ ...inferred('rule 6'), place: nodeLine },
		change(and(isDynamic, not(has('value')), not(isTemplateItem)), ({ node }) => {
			node.category = 'static';
		}),
	],
	[
		'regex-open-bracket',
		{ source: 'rule 8: regex compiles in no dialect', grade: 'reference' },
		swap(/"regex": "\^?\[([^"]*)\]/, '"regex": "^[$1'),
	],
	[
		'regex-open-parenthesis',
		{ source: 'rule 8', grade: 'reference' },
		change(and(has('regex'), not(has('value'))), ({ node }) => {
			node.regex = `^(${String(node.regex).slice(1)}`;
		}),
	],
	[
		'regex-leading-star',
		{ source: 'rule 8', grade: 'reference' },
		change(and(has('regex'), not(has('value'))), ({ node }) => {
			node.regex = '*.example.net';
		}),
	],
	[
		'regex-range-backwards',
		{ source: 'rule 8', grade: 'reference' },
		change(and(has('regex'), not(has('value'))), ({ node }) => {
			node.regex = '^[z-a]+$';
		}),
	],
	[
		'regex-count-backwards',
		{ source: 'rule 8', grade: 'reference' },
		change(and(has('regex'), not(has('value'))), ({ node }) => {
			node.regex = '^[a-z]{9,3}$';
		}),
	],
	[
		'regex-slashes',
		inferred('a JavaScript literal: the slashes become part of the pattern'),
		change(and(has('regex'), not(has('value'))), ({ node }) => {
			node.regex = `/${String(node.regex)}/`;
		}),
	],
	[
		'regex-hangs',
		inferred('nested repetition takes exponential time'),
		change(and(isDynamic, has('regex'), not(has('value'))), ({ node }) => {
			node.regex = '^(a+)+$';
		}),
	],
	[
		'regex-shell-pattern',
		{ source: 'rule 8: a glob is no regular expression', grade: 'reference' },
		change(and(isDynamic, has('regex'), not(has('value'))), ({ node }) => {
			node.regex = '?????.example.net';
		}),
	],
	[
		'sibling-name-twice',
		documented('rule 5: names are unique'),
		change(
			({ node, parent }) => Array.isArray(parent?.content) && parent.content.indexOf(node) > 0,
			({ node, parent }) => {
				const first = parent && childrenOf(parent)[0];
				if (!first) return false;
				node.name = first.name ?? '';
				return true;
			},
		),
	],
	[
		'name-with-blank',
		inferred('rule 14: no macro can name it'),
		change(not(isRoot), ({ node }) => {
			node.name = `${String(node.name).slice(0, 3)} ${String(node.name).slice(3)}x`;
		}),
	],
	[
		'name-with-dot',
		inferred('rule 14'),
		change(not(isRoot), ({ node }) => {
			node.name = `site.${String(node.name)}`;
		}),
	],
	[
		'name-with-hash',
		inferred('rule 14'),
		change(not(isRoot), ({ node }) => {
			node.name = `#${String(node.name)}#`;
		}),
	],
	[
		'name-trailing-blank',
		inferred('rule 14'),
		change(not(isRoot), ({ node }) => {
			node.name = `${String(node.name)} `;
		}),
	],
	[
		'name-umlaut',
		inferred('rule 14 and the names seen: letters, digits, - and _'),
		change(not(isRoot), ({ node }) => {
			node.name = `größe-${String(node.name)}`;
		}),
	],
	[
		'name-predefined',
		inferred('rule 15: collides with the predefined namespace'),
		change(
			({ node, parent }) => parent !== undefined && !('common' in parent) && isLeaf({ node, parent }),
			({ node }) => {
				node.name = 'predefined';
			},
		),
	],
	[
		'content-and-template',
		{ ...inferred('rule 9: not both'), place: /"(?:content|template)"/ },
		change(and(has('template'), not(isTemplateItem)), ({ node }) => {
			node.content = [
				{ category: 'dynamic', common: node.common ?? true, name: 'extra', type: 'string', optional: true },
			];
		}),
	],
	[
		'template-two-items',
		{ ...inferred('rule 10: a template holds exactly one object'), place: /"template"/ },
		change(has('template'), ({ node }) => {
			const list = node.template as Node[];
			node.template = [...list, { ...(list[0] ?? {}), name: 'second' }];
		}),
	],
	[
		'template-empty',
		inferred('rule 10'),
		change(has('template'), ({ node }) => {
			node.template = [];
		}),
	],
	[
		'template-object',
		types,
		change(has('template'), ({ node }) => {
			node.template = (node.template as Node[])[0] ?? {};
		}),
	],
	[
		'content-object',
		types,
		change(and(has('content'), not(isRoot)), ({ node }) => {
			node.content = (node.content as Node[])[0] ?? {};
		}),
	],
	[
		'content-empty',
		{ ...inferred('a group without settings declares nothing'), place: nodeLine },
		change(and(has('content'), not(isRoot), not(isTemplateItem)), ({ node }) => {
			node.content = [];
		}),
	],
	[
		'content-strings',
		types,
		change(and(has('content'), not(isRoot)), ({ node }) => {
			node.content = (node.content as Node[]).map(child => String(child.name));
		}),
	],
	[
		'content-null',
		types,
		change(and(has('content'), not(isRoot)), ({ node }) => {
			node.content = null;
		}),
	],
	[
		'leaf-with-content',
		{ ...inferred('rule 9'), place: /"(?:type|content)"/ },
		change(and(isDynamic, not(isTemplateItem)), ({ node }) => {
			node.content = [
				{ category: 'dynamic', common: node.common ?? true, name: 'inner', type: 'string', optional: true },
			];
		}),
	],
	[
		'common-flips',
		{ ...inferred('rule 11: common does not flip inside a subtree'), place: /"common"|\{/ },
		change(
			({ node, parent }) => parent?.common !== undefined && !('content' in node) && !('template' in node),
			({ node, parent }) => {
				node.common = !(parent?.common ?? false);
			},
		),
	],
	[
		'auto-create-on-leaf',
		{ ...inferred('seen on template items only'), least: 'information' },
		set(and(isDynamic, not(isTemplateItem)), 'autoCreateInstance', true),
	],
	[
		'min-elements-on-leaf',
		{ ...inferred('counts instances of a template'), least: 'information' },
		set(and(isDynamic, not(isTemplateItem)), 'minElements', 1),
	],
	[
		'choices-on-group',
		inferred('choices belong to a value'),
		set(and(isGroup, not(isRoot), has('content')), 'choices', ['a', 'b']),
	],
	[
		'regex-on-group',
		inferred('a regex checks a value'),
		set(and(isGroup, not(isRoot), has('content')), 'regex', '^a$'),
	],
	['value-on-group', inferred('a group has no value'), set(and(isGroup, not(isRoot), has('content')), 'value', 'x')],
	[
		'template-name-collides',
		inferred('rule 13: server template and a sibling server0'),
		change(
			({ node, parent }) => Array.isArray(node.template) && Array.isArray(parent?.content),
			({ node, parent }) => {
				const item = (node.template as Node[])[0];
				if (!item || !parent) return false;
				// The instances live under the list: a collision needs the same parent, so a second list of the same name does it.
				parent.content = [
					...(parent.content as Node[]),
					{ category: 'dynamic', common: true, name: node.name ?? '', type: 'string', optional: true },
				];
				return true;
			},
		),
	],
	['root-is-a-list', documented('rule 2: one root object'), text => `[${text.trimEnd()}]\n`],
	['root-wrapped', documented('rule 2: the root has content itself'), text => `{ "config": ${text.trimEnd()} }\n`],
	['unknown-key-number', { ...unknownKey, least: 'information' }, set(isLeaf, 'order', 3)],
	['sensitive-key', { ...unknownKey, least: 'information' }, set(isLeaf, 'sensitive', true)],
	[
		'key-twice',
		{ source: 'RFC 8259 4: names within an object SHOULD be unique', grade: 'reference', place: /"name"/ },
		swap(/^(\s*)"name": "([^"\n]*)",(\r?\n)/m, '$1"name": "$2",$3$1"name": "other",$3'),
	],
	['value-two-words-category', values, slip(/"category": "(dynamic)"/)],
]);
