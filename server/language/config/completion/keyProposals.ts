import type { Node } from 'jsonc-parser';
import { CompletionItemKind } from 'vscode-languageserver-types';
import { escapeSnippet } from '../../snippet';
import type { Cursor } from '../editing/cursor';
import { childOf, propertyOf } from '../json/jsonNode';
import { keysOfKind, requiredOfKind, schemaKeys } from '../schemaKeys';
import type { Proposal } from './proposal';
import { commonsFor, fittingValues, typesFor } from './valueProposals';

/** Keys that fit the object at the cursor and are not there yet: required ones first, in the order of writing. */
export function keyProposals(cursor: Cursor): Proposal[] {
	const { object } = cursor;
	const { keys, required } = fittingKeys(object);
	return [...new Set(keys)].flatMap(name => {
		const key = schemaKeys.get(name);
		const present = propertyOf(object, name)?.children?.[0];
		if (!key || (present && present.offset !== cursor.start)) return [];
		if (name === 'autoCreateInstance' && !isTemplateElement(object)) return [];
		if (name === 'content' && propertyOf(object, 'template')) return [];
		const snippet = cursor.hasColon ? `"${name}"` : `"${name}": ${valueSnippet(name, object)}`;
		const rank = required.includes(name) ? 0 : 1;
		const sort = `${rank}${String(key.order).padStart(2, '0')}`;
		const offersNext = !cursor.hasColon && isProposed(name, object);
		return { label: name, snippet, key, sort, kind: CompletionItemKind.Property, offersNext };
	});
}

/** Whether an object is the prototype in a `template`. */
const isTemplateElement = (object: Node): boolean => {
	const key: unknown = object.parent?.parent?.children?.[0]?.value;
	return object.parent?.type === 'array' && key === 'template';
};

function fittingKeys(object: Node): { keys: readonly string[]; required: readonly string[] } {
	const type: unknown = childOf(object, 'type')?.value;
	if (propertyOf(object, 'template') || type === 'array')
		return { keys: keysOfKind.list, required: requiredOfKind.list };
	if (propertyOf(object, 'content') || !object.parent)
		return { keys: keysOfKind.group, required: requiredOfKind.group };
	if (typeof type !== 'string' || type === '' || type === 'assoc_array') {
		const keys = type === 'assoc_array' ? [...keysOfKind.group, ...keysOfKind.list] : [...schemaKeys.keys()];
		return { keys, required: requiredOfKind.leaf };
	}
	return { keys: keysOfKind.leaf, required: requiredOfKind.leaf };
}

const snippets: Readonly<Record<string, string>> = {
	category: '"${1|dynamic,static|}"',
	optional: '${1|false,true|}',
	autoCreateInstance: '${1|true,false|}',
	choices: '["$1"]',
	content: '[\n\t$1\n]',
	template: '[\n\t$1\n]',
	minElements: '${1:0}',
	maxElements: '${1:3}',
};

/** Whether there is something to choose from where the key's value is to be written. */
const isProposed = (key: string, object: Node): boolean =>
	['content', 'template', 'regex'].includes(key) || (key === 'value' && fittingValues(object).length > 0);

function valueSnippet(key: string, object: Node): string {
	if (key === 'common') return `\${1|${commonsFor(object).join(',')}|}`;
	if (key === 'type') return `"\${1|${typesFor(object).join(',')}|}"`;
	const value: unknown = key === 'choices' ? childOf(object, 'value')?.value : undefined;
	if (typeof value === 'string') return `["\${1:${escapeSnippet(JSON.stringify(value).slice(1, -1))}}"]`;
	return Object.hasOwn(snippets, key) ? (snippets[key] ?? '""') : '"$1"';
}
