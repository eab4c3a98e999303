/** Slips in configuration-settings files that were written down from the format's key table alone, and measured before anybody cured one. */
import { swap } from '../edits';
import { type Evidence, type FaultKind, kindsOf } from '../fault';
import {
	change,
	childrenOf,
	has,
	isDynamic,
	isLeaf,
	isRoot,
	isTemplateItem,
	type Node,
	renameKey,
	set,
} from './configTree';

const json: Evidence = { source: 'RFC 8259; the vendor: the file must conform to JSON', grade: 'reference' };
const near = (place: RegExp | 'anywhere'): Evidence => ({ ...json, place });
const shown: Evidence = { source: 'key table: what the vendor examples show', grade: 'example' };
const inferred = (source: string): Evidence => ({ source, grade: 'inferred' });
const numbers = ['zero', 'one', 'two', 'three'];
const key = /"[\w :-]+"|\{/;

export const freshConfigFaults: readonly FaultKind[] = kindsOf('config', [
	['comma-inside-quotes', json, swap(/("(?:category|type|name)": "[\w-]+)",/, '$1,"')],
	['colon-inside-quotes', json, swap(/"(category|type|name)": "/, '"$1:" "')],
	['key-blank-behind', shown, swap(/"(category|type|name)": "/, '"$1 ": "')],
	['key-kebab', shown, renameKey('maxElements', () => 'max-elements')],
	['key-snake', shown, renameKey('autoCreateInstance', () => 'auto_create_instance')],
	['key-dollar', shown, renameKey('regex', () => '$regex')],
	['boolean-in-list', shown, swap(/"optional": (true|false)/, '"optional": [$1]')],
	['boolean-object', shown, set(isLeaf, 'common', {})],
	['choices-nested', shown, swap(/"choices": (\[[^\]]*\])/, '"choices": [$1]')],
	[
		'choices-in-one-text',
		{ ...inferred('one choice with commas in it'), least: 'information' },
		swap(/"choices": \["([^"]*)", "([^"]*)"/, '"choices": ["$1, $2"'),
	],
	['choices-null', shown, set(has('choices'), 'choices', null)],
	[
		'name-blank-before',
		inferred('rule 14'),
		swap(/("name": ")(?=\w)(?!myCustom|siteDeploy|rack-settings|os_2024)/, '$1 '),
	],
	[
		'name-with-slash',
		inferred('rule 14'),
		change(isLeaf, ({ node }) => {
			node.name = `a/${String(node.name)}`;
		}),
	],
	[
		'name-with-colon',
		inferred('rule 14'),
		change(isLeaf, ({ node }) => {
			node.name = `a:${String(node.name)}`;
		}),
	],
	[
		'name-with-hashes',
		inferred('rule 14: the macro instead of the name'),
		change(isLeaf, ({ node }) => {
			node.name = `#${String(node.name)}#`;
		}),
	],
	[
		'name-predefined',
		inferred('rule 15'),
		change(
			({ parent }) => parent !== undefined && parent.common === undefined,
			({ node }) => {
				node.name = 'predefined';
			},
		),
	],
	['name-list', shown, set(isLeaf, 'name', ['a'])],
	['content-text', shown, set(({ node, parent }) => 'content' in node && parent !== undefined, 'content', 'see below')],
	['template-text', shown, set(has('template'), 'template', 'server')],
	['template-null', shown, set(has('template'), 'template', null)],
	['description-null', shown, set(isLeaf, 'description', null)],
	['regex-list', shown, set(isDynamic, 'regex', ['^a$'])],
	[
		'regex-number',
		shown,
		set(found => isDynamic(found) && !('value' in found.node) && !('choices' in found.node), 'regex', 5),
	],
	['type-spelt-with-hyphen', shown, swap(/"type": "assoc_array"/, '"type": "assoc-array"')],
	['type-array-sign', shown, swap(/"type": "string"/, '"type": "string[]"')],
	['type-capital', shown, swap(/"type": "string"/, '"type": "String"')],
	['category-blank-behind', shown, swap(/"category": "(dynamic|static)"/, '"category": "$1 "')],
	[
		'number-word',
		json,
		swap(/("m(?:in|ax)Elements": )([0-3])\b/, ([, key, digit]) => `${key}${numbers[Number(digit)]}`),
	],
	['number-text-word', shown, swap(/("m(?:in|ax)Elements": )\d/, '$1"three"')],
	['list-comma-missing', near(/[\]"]/), swap(/\],(\r?\n[ \t]*")/, ']$1')],
	['object-opened-twice', near(/\{/), swap(/^([ \t]+)\{(\r?\n)/m, '$1{{$2')],
	['object-closed-twice', near(/[}\]]/), swap(/^([ \t]+)\}(,?\r?\n)/m, '$1}}$2')],
	['list-opened-twice', near('anywhere'), swap(/("(?:content|template)": )\[/, '$1[[')],
	['list-closed-twice', near('anywhere'), swap(/^([ \t]+)\](,?\r?\n)/m, '$1]]$2')],
	['member-like-yaml', json, swap(/"(category|type)": "(\w+)"/, '$1: $2')],
	['member-like-program', json, swap(/"(category|type)": "(\w+)"/, '"$1" := "$2"')],
	['comment-at-end', json, text => `${text.trimEnd()}\n// end of file\n`],
	['choices-ellipsis-sign', json, swap(/("choices": \["[^"]*"), /, '$1, …, ')],
	[
		'setting-pasted-twice',
		{ source: 'rule 5: names of siblings are unique', grade: 'documented', place: key },
		change(
			found => !isRoot(found) && !isTemplateItem(found) && isLeaf(found),
			({ node, parent }) => {
				if (!parent) return false;
				parent.content = childrenOf(parent).flatMap(child =>
					child === node ? [child, { ...child } as Node] : [child],
				);
				return true;
			},
		),
	],
	['semicolon-at-line-ends', near('anywhere'), text => text.replace(/,(?=\r?\n)/g, ';')],
]);
