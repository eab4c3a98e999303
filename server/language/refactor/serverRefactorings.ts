import type { Node } from 'jsonc-parser';
import { t } from '../../texts/texts';
import { childOf, isJsonObject, propertyOf } from '../config/json/jsonNode';
import { replace, type TextChange } from '../textChange';
import { type ConfigRefactoring, type ConfigSubject, onlyFirstElement, withMacros } from './configRefactoring';
import { endOf, indentAt, placeOfNode, reindented, removeItem, rewritten } from './json/jsonChanges';
import { memberText, styleOf } from './json/jsonStyle';
import { freeName } from './nameRefusal';
import { namesIn } from './settingAt';

/** A group becomes one that is asked for each server; its macros become those of the first server. */
export const makePerServer: ConfigRefactoring = subject => {
	const { node, value, json, path, config } = subject;
	const content = propertyOf(json, 'content');
	const list = content?.children?.[1];
	if (!node || !content || list?.type !== 'array' || 'template' in value) return undefined;
	const around = path.slice(0, -1);
	if (path.some(({ instances }) => instances) || around.some(({ setting }) => setting.common === true))
		return undefined;
	const name = freeName('server', namesIn(config));
	const header = ['common', 'type'].flatMap(key => changedFlag(json, key));
	const change = replace(placeOfNode(content), templateText(subject, { content, list, name }));
	return {
		title: t('Ask for "{node}" for each server', { node: node.name }),
		kind: 'refactor.rewrite',
		files: withMacros(subject, [...header, change], ({ segment }) => ({
			start: segment.end,
			end: segment.end,
			newText: `.${name}0`,
		})),
	};
};

/** `common` no longer; a group of named settings is an `assoc_array`. */
function changedFlag(json: Node, key: string): TextChange[] {
	const node = childOf(json, key);
	if (key === 'common' && node?.value === true) return [replace(placeOfNode(node), 'false')];
	return key === 'type' && node?.value === 'array' ? [replace(placeOfNode(node), '"assoc_array"')] : [];
}

interface Inner {
	/** The member `content`, and the list in it. */
	readonly content: Node;
	readonly list: Node;
	/** The name of one server's element. */
	readonly name: string;
}

function templateText({ text, value }: ConfigSubject, { content, list, name }: Inner): string {
	const style = styleOf(text);
	const base = indentAt(text, content.offset);
	const isSpread = text.slice(content.offset, endOf(content)).includes('\n');
	const step = isSpread ? style.indent + style.indent : '';
	const inside = reindented(rewritten(text, list, flippedCommon(list, false)), base, base + step);
	const members = [
		memberText('category', '"dynamic"', style),
		memberText('common', 'false', style),
		memberText('name', JSON.stringify(name), style),
		memberText('type', '"assoc_array"', style),
		memberText('optional', value.optional === true ? 'true' : 'false', style),
		memberText('autoCreateInstance', 'true', style),
	];
	const template = `"template"${style.colon}`;
	const own = `"content"${style.colon}${inside}`;
	if (!isSpread) {
		return `${template}[{${style.padding}${[...members, own].join(style.comma)}${style.padding}}]`;
	}
	const line = style.lineBreak + base;
	const brace = line + style.indent;
	const inner = brace + style.indent;
	return `${template}[${brace}{${[...members, own].map(member => inner + member).join(',')}${brace}}${line}]`;
}

/** Every `common` of the settings in a list and below, turned over. */
function flippedCommon(list: Node, to: boolean): TextChange[] {
	const changes: TextChange[] = [];
	const open = [...(list.children ?? [])];
	for (let setting = open.pop(); setting; setting = open.pop()) {
		const common = childOf(setting, 'common');
		if (common?.type === 'boolean' && common.value !== to) changes.push(replace(placeOfNode(common), String(to)));
		for (const key of ['content', 'template']) {
			const inner = childOf(setting, key);
			if (inner?.type === 'array') for (const child of inner.children ?? []) open.push(child);
		}
	}
	return changes;
}

/** A group that is asked for each server becomes a common one; the macros of the first server follow. */
export const makeCommon: ConfigRefactoring = subject => {
	const { node, value, json, path, text } = subject;
	const template = propertyOf(json, 'template');
	const [inner, more] = node?.children ?? [];
	const elements = Array.isArray(value.template) ? value.template : [];
	if (!node || !template || !inner?.instances || more || 'content' in value || elements.length !== 1) return undefined;
	const [only] = elements;
	const list = childOf(template.children?.[1]?.children?.[0], 'content');
	if (!isJsonObject(only) || 'template' in only || list?.type !== 'array') return undefined;
	const around = path.slice(0, -1);
	const isInside = path.some(({ instances }) => instances) || around.some(({ setting }) => setting.common === false);
	if (isInside || !onlyFirstElement(subject)) return undefined;
	const content = reindented(
		rewritten(text, list, flippedCommon(list, true)),
		indentAt(text, list.offset),
		indentAt(text, template.offset),
	);
	const bounds = withoutMembers(json, ['minElements', 'maxElements']);
	const common = childOf(json, 'common');
	return {
		title: t('Ask for "{node}" once for all servers', { node: node.name }),
		kind: 'refactor.rewrite',
		files: withMacros(
			subject,
			[
				...bounds,
				...(common?.value === false ? [replace(placeOfNode(common), 'true')] : []),
				replace(placeOfNode(template), memberText('content', content, styleOf(text))),
			],
			({ reference, index, segment }) => {
				const next = reference.segments[index + 1];
				return next && { start: segment.end, end: next.end, newText: '' };
			},
		),
	};
};

/** Takes out members that follow another one: the name is never the first to go. */
function withoutMembers(json: Node, keys: readonly string[]): TextChange[] {
	return keys.flatMap(key => {
		const member = propertyOf(json, key);
		return member && json.children?.[0] !== member ? [removeItem(json, member)] : [];
	});
}
