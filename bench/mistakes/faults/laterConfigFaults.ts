/** A second round of slips in configuration-settings files, written down after the first was cured, and measured before any of its own was. */
import { swap } from '../edits';
import { type Edit, type Evidence, type FaultKind, kindsOf } from '../fault';
import { change, has, isDynamic, isLeaf, isStatic, isTemplateItem, type Node, set } from './configTree';

const json: Evidence = { source: 'RFC 8259', grade: 'reference' };
const shown: Evidence = { source: 'LXCA: configuration-settings files, the examples', grade: 'example' };
const meant: Evidence = { source: 'LXCA: configuration-settings files, read from the examples', grade: 'inferred' };
const guess: Evidence = { source: 'nobody says so; it is unlikely to be meant', grade: 'believed' };
const doc: Evidence = { source: 'LXCA: configuration-settings files', grade: 'documented' };

const flag = /"(common|optional)": (true|false)/;
const text = /"(label|description)": "([^"\\]+)"/;
const count = /"maxElements": (\d)/;
const hasTemplate = has('template');
const hasChoices = has('choices');
const free = (found: Parameters<typeof isLeaf>[0]): boolean =>
	isDynamic(found) && !has('value')(found) && !has('choices')(found);

/** The last member of an object goes before the one above it, each with the comma that it had. */
const lastLineUp: Edit = swap(/\n([ \t]*"[^\n]*),(\r?\n)([ \t]*"[^\n,{[]*[^,{[\s])(\r?\n[ \t]*\})/, '\n$3$2$1,$4');
const byName = (nodes: unknown): Record<string, Node> =>
	Object.fromEntries((nodes as Node[]).map(({ name, ...rest }) => [String(name), rest]));

export const laterConfigFaults: readonly FaultKind[] = kindsOf('config', [
	['l-last-line-moved-up', json, lastLineUp],
	['l-folder-ends-with-backslash', json, swap(/"(label|description)": "[^"\\]*"/, '"$1": "C:\\\\temp\\"')],
	['l-quotes-inside', json, swap(/"description": "(\w+) (\w+)/, '"description": "$1 "$2"')],
	['l-escaped-apostrophe', json, swap(text, '"$1": "the site\\\'s $2"')],
	['l-escape-of-c', json, swap(text, '"$1": "\\x41 $2"')],
	['l-form-feed', json, swap(/,(\r?\n)/, ',\f$1')],
	['l-hex-count', json, swap(count, '"maxElements": 0x$1')],
	['l-underscore-count', json, swap(count, '"maxElements": 1_00$1')],
	['l-count-with-blank', shown, swap(count, '"maxElements": "$1 "')],
	['l-negated-flag', json, swap(flag, '"$1": !$2')],
	['l-flag-in-parentheses', json, swap(flag, '"$1": ($2)')],
	['l-flag-is-key', shown, swap(flag, '"$1": "$1"')],
	['l-flag-is-list', shown, swap(flag, '"$1": [$2]')],
	['l-flag-is-object', shown, swap(flag, '"$1": {}')],
	['l-flag-with-comment', json, swap(/"(common|optional)": (true|false),/, '"$1": $2, // as before')],
	['l-comment-before-comma', json, swap(/"(common|optional)": (true|false),/, '"$1": $2 /* as before */,')],
	['l-no-colon-no-quotes', json, swap(text, '"$1" $2')],
	['l-key-and-value-swapped', shown, swap(/"category": "(dynamic|static)"/, '"$1": "category"')],
	['l-double-braces', json, swap(/\n([ \t]*)\{\r?\n/, '\n$1{{\n')],
	['l-closers-swapped', json, swap(/\}(\s*)\](\s*)\}/, ']$1}$2}')],
	['l-two-items-without-brace', { ...json, place: 'anywhere' }, swap(/\n[ \t]*\},\s*\{\s*\n/, ',\n')],
	['l-value-left-of-colon', json, swap(text, '"$2": "$1"')],
	['l-comma-in-front', json, swap(/\n([ \t]*)"(label|description|optional)"/, '\n$1, "$2"')],
	['l-quote-of-inch', json, swap(text, '"$1": "19" $2"')],
	['l-word-behind-value', json, swap(/"type": "(\w+)",/, '"type": "$1", $1')],
	[
		'l-item-as-text',
		shown,
		change(has('content'), ({ node }) => {
			node.content = [JSON.stringify((node.content as Node[])[0]), ...(node.content as Node[]).slice(1)];
		}),
	],
	[
		'l-content-by-name',
		shown,
		change(has('content'), ({ node }) => {
			node.content = byName(node.content);
		}),
	],
	[
		'l-template-by-name',
		shown,
		change(hasTemplate, ({ node }) => {
			node.template = byName(node.template);
		}),
	],
	[
		'l-content-list-in-list',
		shown,
		change(has('content'), ({ node }) => {
			node.content = [node.content as Node[]];
		}),
	],
	['l-category-german', shown, set(isDynamic, 'category', 'dynamisch')],
	['l-category-one-letter', shown, set(isDynamic, 'category', 'dynamc')],
	['l-category-both', shown, set(isDynamic, 'category', 'dynamic/static')],
	['l-type-of-items', meant, set(f => hasTemplate(f) && f.node.type === 'array', 'type', 'array[string]')],
	['l-type-address', meant, set(isLeaf, 'type', 'ipaddress')],
	['l-type-two', meant, set(isLeaf, 'type', 'string|null')],
	['l-choices-true', shown, set(hasChoices, 'choices', true)],
	[
		'l-choices-lists',
		shown,
		change(hasChoices, ({ node }) => {
			node.choices = (node.choices as string[]).map(each => [each]);
		}),
	],
	[
		'l-choices-other-case',
		guess,
		change(
			f => hasChoices(f) && /[a-z]/.test(String((f.node.choices as string[])[0])),
			({ node }) => {
				const list = node.choices as string[];
				node.choices = [...list, String(list[0]).toUpperCase()];
			},
		),
	],
	[
		'l-value-with-line-break',
		meant,
		change(
			f => isDynamic(f) && has('value')(f) && !has('choices')(f) && !has('regex')(f),
			({ node }) => {
				node.value = `${node.value}\n`;
			},
		),
	],
	[
		'l-value-is-label',
		meant,
		change(hasChoices, ({ node }) => {
			node.value = 'please choose';
		}),
	],
	['l-regex-range-a-z', doc, set(free, 'regex', '^[a-Z]+$')],
	['l-regex-open-count', guess, set(free, 'regex', '^[0-9]{1,3$')],
	['l-regex-dash-count', guess, set(free, 'regex', '^[0-9]{1-3}$')],
	['l-regex-brackets-lost', doc, set(free, 'regex', '^(a|b|c$')],
	['l-regex-plus-twice', doc, set(free, 'regex', '^[a-z]+*$')],
	['l-regex-number', shown, set(free, 'regex', 3)],
	['l-min-true', shown, set(f => hasTemplate(f) && f.node.type === 'array', 'minElements', true)],
	['l-auto-on-list', meant, set(f => hasTemplate(f), 'autoCreateInstance', true)],
	['l-auto-one', shown, set(isTemplateItem, 'autoCreateInstance', 1)],
	[
		'l-name-at',
		meant,
		change(isLeaf, ({ node }) => {
			node.name = `${node.name}@site`;
		}),
	],
	[
		'l-name-parentheses',
		meant,
		change(isLeaf, ({ node }) => {
			node.name = `${node.name}()`;
		}),
	],
	[
		'l-name-line-break',
		meant,
		change(isLeaf, ({ node }) => {
			node.name = `${node.name}\n`;
		}),
	],
	['l-name-is-object', shown, set(isLeaf, 'name', { en: 'locale' })],
	['l-label-is-object', shown, set(has('label'), 'label', { en: 'Language' })],
	['l-static-empty-object', meant, set(isStatic, 'value', {})],
	[
		'l-static-list',
		meant,
		change(isStatic, ({ node }) => {
			node.value = [String(node.value)];
		}),
	],
	['l-optional-text-no', shown, set(isLeaf, 'optional', 'no')],
	['l-common-of-names', shown, set(isLeaf, 'common', 'all')],
]);
