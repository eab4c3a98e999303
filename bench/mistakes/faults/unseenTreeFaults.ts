/** Wrong lists, groups, names and top-most objects in whole JSON, written down from the key table before anybody looked at what the product reports. */

import { formatJson, type Json, styleOf } from '../correct/jsonStyle';
import { type Edit, type FaultKind, kindsOf } from '../fault';
import { anywhere, doc, guess, meant, shown } from './configEvidence';
import { change, childrenOf, has, isDynamic, isLeaf, isRoot, isTemplateItem, lose, type Node, set } from './configTree';

const hasTemplate = has('template');
const isList = (found: Parameters<typeof isLeaf>[0]): boolean => hasTemplate(found) && found.node.type === 'array';
const isGroup = (found: Parameters<typeof isLeaf>[0]): boolean => has('content')(found) && !isRoot(found);
const first = (list: Json | undefined): Node => (Array.isArray(list) ? (list[0] as Node) : {});

/** Writes the whole file anew. */
const whole =
	(by: (root: Node) => Json): Edit =>
	text =>
		formatJson(by(JSON.parse(text) as Node), styleOf(text));

export const unseenTreeFaults: readonly FaultKind[] = kindsOf('config', [
	['t-min-text', shown, set(isList, 'minElements', '0')],
	['t-min-negative', shown, set(isList, 'minElements', -1)],
	[
		't-min-above-max',
		shown,
		change(
			f => isList(f) && has('maxElements')(f),
			({ node }) => {
				node.minElements = Number(node.maxElements) + 2;
			},
		),
	],
	[
		't-max-zero',
		meant,
		change(isList, ({ node }) => {
			node.maxElements = 0;
			delete node.minElements;
		}),
	],
	['t-max-null', shown, set(isList, 'maxElements', null)],
	['t-max-true', shown, set(isList, 'maxElements', true)],
	['t-max-on-leaf', meant, set(isDynamic, 'maxElements', 3)],
	['t-min-on-item', meant, set(isTemplateItem, 'minElements', 1)],
	[
		't-template-object',
		shown,
		change(hasTemplate, ({ node }) => {
			node.template = first(node.template);
		}),
	],
	[
		't-template-twice',
		{ ...meant, place: /"template"/ },
		change(hasTemplate, ({ node }) => {
			node.template = [first(node.template), { ...first(node.template), name: 'second' }];
		}),
	],
	['t-template-empty', meant, set(hasTemplate, 'template', [])],
	['t-template-text', shown, set(hasTemplate, 'template', ['server'])],
	['t-template-name-only', shown, set(hasTemplate, 'template', 'server')],
	['t-template-null', shown, set(hasTemplate, 'template', null)],
	[
		't-content-object',
		shown,
		change(isGroup, ({ node }) => {
			node.content = first(node.content);
		}),
	],
	['t-content-names', shown, set(isGroup, 'content', ['locale', 'keyboard'])],
	[
		't-content-with-null',
		shown,
		change(
			f => has('content')(f),
			({ node }) => {
				node.content = [...(node.content as Json[]), null];
			},
		),
	],
	[
		't-content-with-list',
		shown,
		change(
			f => has('content')(f),
			({ node }) => {
				node.content = [...(node.content as Json[]), []];
			},
		),
	],
	[
		't-content-with-empty',
		shown,
		change(
			f => has('content')(f),
			({ node }) => {
				node.content = [...(node.content as Json[]), {}];
			},
		),
	],
	[
		't-content-and-template',
		meant,
		change(isGroup, ({ node }) => {
			node.template = [{ ...first(node.content), name: 'extra' }];
		}),
	],
	['t-auto-text', shown, set(isTemplateItem, 'autoCreateInstance', 'true')],
	['t-auto-on-group', meant, set(isGroup, 'autoCreateInstance', true)],
	['t-auto-on-leaf', meant, set(f => isLeaf(f) && !isTemplateItem(f), 'autoCreateInstance', true)],
	[
		't-name-dot',
		meant,
		change(isLeaf, ({ node }) => {
			node.name = `site.${node.name}`;
		}),
	],
	['t-name-space', meant, set(isLeaf, 'name', 'time zone')],
	[
		't-name-trailing-space',
		meant,
		change(isLeaf, ({ node }) => {
			node.name += ' ';
		}),
	],
	[
		't-name-hashes',
		meant,
		change(isLeaf, ({ node }) => {
			node.name = `#${node.name}#`;
		}),
	],
	['t-name-slash', meant, set(isLeaf, 'name', 'os/locale')],
	['t-name-umlaut', meant, set(isLeaf, 'name', 'Gebäude')],
	[
		't-name-dollar',
		meant,
		change(isLeaf, ({ node }) => {
			node.name = `\${${node.name}}`;
		}),
	],
	['t-name-empty', shown, set(isLeaf, 'name', '')],
	['t-name-number', shown, set(isLeaf, 'name', 12)],
	['t-name-list', shown, set(isLeaf, 'name', ['locale'])],
	['t-name-null', shown, set(isLeaf, 'name', null)],
	[
		't-name-with-index',
		guess,
		change(isTemplateItem, ({ node }) => {
			node.name += '0';
		}),
	],
	[
		't-name-predefined',
		meant,
		set(f => f.parent !== undefined && !('common' in f.parent) && isLeaf(f), 'name', 'predefined'),
	],
	[
		't-name-twice',
		doc,
		change(
			f => has('content')(f) && childrenOf(f.node).length > 1,
			({ node }) => {
				const [a, b] = childrenOf(node);
				if (a && b) b.name = a.name ?? '';
			},
		),
	],
	['t-label-number', shown, set(has('label'), 'label', 12)],
	['t-label-list', shown, set(has('label'), 'label', ['Language'])],
	['t-description-lines', shown, set(has('description'), 'description', ['Language', 'of the system'])],
	['t-description-null', shown, set(has('description'), 'description', null)],
	['t-root-in-list', shown, whole(root => [root])],
	['t-root-wrapped', shown, whole(root => ({ config: root }))],
	[
		't-root-no-content',
		anywhere,
		change(isRoot, ({ node }) => {
			delete node.content;
		}),
	],
	[
		't-root-leaf',
		anywhere,
		change(isRoot, ({ node }) => {
			delete node.content;
			node.type = 'string';
			node.value = 'x';
		}),
	],
	['t-root-static', guess, set(isRoot, 'category', 'static')],
	[
		't-root-template',
		meant,
		change(isRoot, ({ node }) => {
			node.template = [first(node.content)];
			delete node.content;
		}),
	],
	[
		't-common-inside-server',
		meant,
		change(
			f => f.parent !== undefined && !isRoot(f) && f.parent.common === false,
			({ node }) => {
				node.common = true;
			},
		),
	],
	[
		't-server-inside-common',
		meant,
		change(
			f => f.parent?.common === true,
			({ node }) => {
				node.common = false;
			},
		),
	],
	['t-common-lost', { ...anywhere, grade: 'believed' }, lose(f => !isRoot(f), 'common')],
	['t-optional-lost', { ...anywhere, grade: 'believed' }, lose(() => true, 'optional')],
	['t-category-lost', anywhere, lose(() => true, 'category')],
	['t-type-lost', anywhere, lose(() => true, 'type')],
	['t-name-lost', anywhere, lose(() => true, 'name')],
	['t-group-value', meant, set(isGroup, 'value', 'x')],
	['t-group-choices', meant, set(isGroup, 'choices', ['a', 'b'])],
	['t-group-regex', meant, set(isGroup, 'regex', '^[a-z]+$')],
	[
		't-template-child-of-leaf',
		meant,
		change(isDynamic, ({ node }) => {
			node.content = [];
		}),
	],
	[
		't-keys-nested',
		shown,
		change(isLeaf, ({ node }) => {
			const { name, ...rest } = node;
			for (const k of Object.keys(node)) delete node[k];
			node[String(name)] = rest;
		}),
	],
	['t-note-key', meant, set(isLeaf, '_comment', 'ask the network team')],
	['t-schema-keys', meant, set(isLeaf, 'minLength', 3)],
]);
