import type { Node } from 'jsonc-parser';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Hover, Position } from 'vscode-languageserver-types';
import { t, translate } from '../../texts/texts';
import { configDocument } from './configDocument';
import { gradeNote } from './gradeNote';
import { childOf, keyOf, nodeAtOffset } from './json/jsonNode';
import { macrosOfSetting } from './macrosOfSetting';
import { rangeOf } from './rangeOf';
import { schemaKeys } from './schemaKeys';

/** Explains a key; on a setting's name or opening brace what the operator sees and which macros it becomes. */
export function configHover(document: TextDocument, position: Position): Hover | undefined {
	const config = configDocument(document);
	const offset = document.offsetAt(position);
	const file = config.fileNode();
	const node = nodeAtOffset(config.tree(), offset);
	if (!node || !file || !isInside(node, file)) return undefined;
	const setting = settingHovered(node, offset);
	const lines = setting ? settingLines(setting, file) : keyLines(node);
	if (lines.length === 0) return undefined;
	const place = setting ? (childOf(setting, 'name') ?? node) : node;
	return {
		contents: { kind: 'markdown', value: lines.join('\n\n') },
		...(place.children ? {} : { range: rangeOf(document, place) }),
	};
}

const isInside = (node: Node, file: Node): boolean =>
	node.offset >= file.offset && node.offset + node.length <= file.offset + file.length;

function settingHovered(node: Node, offset: number): Node | undefined {
	if (node.type === 'object') return node.offset === offset ? node : undefined;
	const { parent } = node;
	const isName = parent?.type === 'property' && keyOf(parent) === 'name' && parent.children?.[1] === node;
	return isName ? parent.parent : undefined;
}

function keyLines(node: Node): string[] {
	const { parent } = node;
	if (parent?.type !== 'property') return [];
	const key = schemaKeys.get(keyOf(parent));
	if (!key) return [];
	if (parent.children?.[0] === node)
		return [`**${key.key}**: ${translate(key.title)}`, translate(key.markdown), gradeNote(key)];
	const meaning = key.values.find(({ value }) => value === node.value)?.meaning;
	return meaning ? [`**${String(node.value)}**: ${translate(meaning)}`, gradeNote(key)] : [];
}

function settingLines(setting: Node, file: Node): string[] {
	const text = (key: string): string | undefined => {
		const value: unknown = childOf(setting, key)?.value;
		return value === undefined || value === null ? undefined : String(value);
	};
	const name = text('name');
	if (name === undefined) return [];
	const lines = [`**${plain(text('label') ?? name)}**`];
	const description = text('description');
	if (description) lines.push(plain(description));
	lines.push(asked(setting, text));
	const macros = macrosOfSetting(setting, file);
	if (macros.length > 0) lines.push(t('Macro: {macros}', { macros: macros.map(macro => `\`#${macro}#\``).join(', ') }));
	else if (setting === file) lines.push(t('The name of the top-most object is left out of macros.'));
	return lines;
}

/** What the operator gets to see, in a sentence. */
function asked(setting: Node, text: (key: string) => string | undefined): string {
	const scope =
		text('common') === 'true' ? t('one for all servers') : text('common') === 'false' ? t('one per server') : undefined;
	const among = childOf(setting, 'choices')?.children?.length;
	const isContainer = childOf(setting, 'content') ?? childOf(setting, 'template');
	const value = text('value');
	const shown = value === undefined ? undefined : plain(value);
	const parts =
		text('category') === 'static'
			? [fixedPart(Boolean(isContainer), shown)]
			: [
					askedPart(Boolean(isContainer), text('optional') === 'true'),
					among ? t('one of {among} choices', { among }) : '',
					shown === undefined ? '' : t('{value} is offered', { value: `\`${shown}\`` }),
				];
	return `${[...parts, scope ?? ''].filter(part => part !== '').join('; ')}.`;
}

function fixedPart(isContainer: boolean, value: string | undefined): string {
	if (isContainer) return t('Settings fixed here; the operator is not asked');
	return value === undefined
		? t('A value fixed here; the operator is not asked')
		: t('A value fixed here to {value}; the operator is not asked', { value: `\`${value}\`` });
}

function askedPart(isContainer: boolean, isOptional: boolean): string {
	if (isContainer)
		return isOptional
			? t('Settings that the operator may give at deployment')
			: t('Settings that the operator must give at deployment');
	return isOptional
		? t('A value that the operator may give at deployment')
		: t('A value that the operator must give at deployment');
}

/** A user's text inside Markdown. */
const plain = (text: string): string => text.replace(/[\\`*_{}[\]<>#|]/g, '\\$&').replace(/\s+/g, ' ');
