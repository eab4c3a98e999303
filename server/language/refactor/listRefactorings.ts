import { t } from '../../texts/texts';
import { childOf, isJsonObject, type JsonObject, propertyOf } from '../config/json/jsonNode';
import { replace, type TextChange } from '../textChange';
import { type ConfigRefactoring, type ConfigSubject, onlyFirstElement, withMacros } from './configRefactoring';
import { addMember, indentAt, placeOfNode, reindented, removeItem, rewritten } from './json/jsonChanges';
import { jsonText, memberText, styleOf } from './json/jsonStyle';
import { collide, freeName } from './nameRefusal';
import { namesIn, siblingsOf } from './settingAt';

/** As many elements as the vendor's example allows. */
const mostElements = 3;

/** A setting becomes a list of them; its macros become those of the first element. */
export const makeList: ConfigRefactoring = subject => {
	const { node, value, json, text } = subject;
	if (!node || node.instances || value.category === 'static' || 'content' in value || 'template' in value) {
		return undefined;
	}
	const names = listNames(subject, node.name);
	const base = indentAt(text, json.offset);
	const { indent } = styleOf(text);
	const element = reindented(
		rewritten(text, json, elementChanges(subject, names.element)),
		base,
		base + indent + indent,
	);
	const change = replace(placeOfNode(json), listText(subject, names.list, element));
	return {
		title: t('Make "{node}" a list', { node: node.name }),
		kind: 'refactor.rewrite',
		files: withMacros(subject, [change], ({ segment }) => ({
			start: segment.start,
			end: segment.end,
			newText: `${names.list}.${names.element}0`,
		})),
	};
};

/** `ntpservers` becomes the list of `ntpserver`, and `gateway` an element of `gateways`. */
function listNames(subject: ConfigSubject, name: string): { readonly list: string; readonly element: string } {
	const taken = namesIn(subject.config);
	if (/[^s]s$/.test(name) && name.length > 2) return { list: name, element: freeName(name.slice(0, -1), taken) };
	const siblings = siblingsOf(subject);
	const plural = freeName(`${name}s`, taken);
	const list = siblings.some(sibling => collide({ name: plural }, sibling)) ? `${name}-list` : plural;
	return { list: freeName(list, taken), element: name };
}

function elementChanges({ json, text }: ConfigSubject, name: string): TextChange[] {
	const own = childOf(json, 'name');
	const last = json.children?.at(-1);
	return [
		...(own ? [replace(placeOfNode(own), JSON.stringify(name))] : []),
		...(last && !propertyOf(json, 'autoCreateInstance') ? [addMember(text, last, 'autoCreateInstance', 'true')] : []),
	];
}

function listText({ text, json, value }: ConfigSubject, name: string, element: string): string {
	const style = styleOf(text);
	const base = indentAt(text, json.offset);
	const isSpread = element.includes('\n');
	const header = { ...headerOf(value), name, type: 'array', minElements: 0, maxElements: mostElements };
	const members = orderedKeys
		.filter(key => Object.hasOwn(header, key))
		.map(key => memberText(key, jsonText(Reflect.get(header, key), { style, base, isSpread: false }), style));
	const line = style.lineBreak + base;
	if (isSpread) {
		const inner = line + style.indent;
		const template = `"template"${style.colon}[${inner}${style.indent}${element}${inner}]`;
		return `{${[...members, template].map(member => inner + member).join(',')}${line}}`;
	}
	const [open, close] = text.includes('\n') ? [line + style.indent, line] : ['', ''];
	const template = `"template"${style.colon}[${open}${element}${close}]`;
	return `{${style.padding}${[...members, template].join(style.comma)}${style.padding}}`;
}

const orderedKeys = [
	'category',
	'common',
	'name',
	'label',
	'description',
	'type',
	'optional',
	'minElements',
	'maxElements',
] as const;

/** What the list says of itself as the setting did. */
function headerOf(value: JsonObject): JsonObject {
	const kept = ['category', 'common', 'label', 'description', 'optional'];
	return Object.fromEntries(
		Object.entries(value).filter(([key, item]) => kept.includes(key) && typeof item !== 'object'),
	);
}

/** A list becomes one setting; the macros of its first element follow. Not offered while others are used. */
export const makeSingle: ConfigRefactoring = subject => {
	const { node, value, json, text } = subject;
	const [inner, more] = node?.children ?? [];
	const { template } = value;
	if (!node || node.instances || !inner?.instances || more || 'content' in value) return undefined;
	const [only] = Array.isArray(template) && template.length === 1 ? template : [];
	const element = childOf(json, 'template')?.children?.[0];
	if (!element || !isJsonObject(only) || 'content' in only || 'template' in only) return undefined;
	if (!onlyFirstElement(subject)) return undefined;
	const isFree = siblingsOf(subject).every(sibling => !collide({ name: inner.name }, sibling));
	const name = isFree ? inner.name : node.name;
	const changes: TextChange[] = [];
	const autoCreate = propertyOf(element, 'autoCreateInstance');
	if (autoCreate) changes.push(removeItem(element, autoCreate));
	const own = childOf(element, 'name');
	if (own) changes.push(replace(placeOfNode(own), JSON.stringify(name)));
	const single = reindented(
		rewritten(text, element, changes),
		indentAt(text, element.offset),
		indentAt(text, json.offset),
	);
	return {
		title: t('Make "{node}" a single setting', { node: node.name }),
		kind: 'refactor.rewrite',
		files: withMacros(subject, [replace(placeOfNode(json), single)], ({ reference, index, segment }) => ({
			start: segment.start,
			end: (reference.segments[index + 1] ?? segment).end,
			newText: name,
		})),
	};
};
