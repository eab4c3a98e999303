import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Location, Position, Range, WorkspaceEdit } from 'vscode-languageserver-types';
import { t } from '../../texts/texts';
import { declaredMacros } from '../config/customMacros';
import { childOf } from '../config/json/jsonNode';
import type { Context } from '../language';
import { usesOf } from '../macros/uses';
import type { Span } from '../span';
import type { TextChange } from '../textChange';
import { fileNameOf } from '../unattend/fileNameOf';
import { workspaceEdit } from './fileChanges';
import { nameRefusal } from './nameRefusal';
import { siblingsOf } from './settingAt';
import { type NamedSetting, settingInConfig, settingInMacro } from './settingInText';

/** Which file of the pair a verb was asked in. */
export type Side = 'config' | 'unattend';

/**
 * Where a setting is declared and where it is used, asked for in its own part of the configuration file or on its name
 * in a macro; `undefined` when nothing there means a setting.
 */
export function settingReferences(
	side: Side,
	document: TextDocument,
	position: Position,
	context: Context,
): Location[] | undefined {
	const found = settingOf(side, document, position, context);
	const name = found && nameValue(found);
	if (!found || !name) return undefined;
	const { config, path } = found.setting;
	const node = path.at(-1);
	const uses = node ? (usesOf(declaredMacros(config), found.dependents).bySetting.get(node) ?? []) : [];
	return [
		{ uri: config.uri, range: rangeIn(config, name) },
		...uses.map(use => ({ uri: use.document.uri, range: rangeIn(use.document, use.segment) })),
	];
}

/** Where the name stands that a rename at this place changes: with its instance number in a macro. */
export function prepareSettingRename(
	side: Side,
	document: TextDocument,
	position: Position,
	context: Context,
): Range | undefined {
	const found = settingOf(side, document, position, context);
	if (!found) return undefined;
	if (found.segment) return rangeIn(document, found.segment);
	const name = nameValue(found);
	const offset = document.offsetAt(position);
	return name && name.start <= offset + 1 && offset - 1 <= name.end ? rangeIn(document, name) : undefined;
}

/**
 * Renames a setting in its configuration file and in every macro of the linked files.
 * @throws {RangeError} with a sentence for the person when macros could not bear the name
 */
export function renameSetting(
	side: Side,
	document: TextDocument,
	request: { readonly position: Position; readonly newName: string; readonly context: Context },
): WorkspaceEdit | undefined {
	const { position, context } = request;
	if (!prepareSettingRename(side, document, position, context)) return undefined;
	const found = settingOf(side, document, position, context);
	const place = found && nameValue(found);
	if (!found || !place) return undefined;
	const { setting, dependents } = found;
	const node = setting.path.at(-1);
	const name = plainName(found, request.newName);
	if (!node) {
		if (name === '') throw new RangeError(t('The top-most object needs a name.'));
		return workspaceEdit([{ document: setting.config, changes: [written(place, name)] }]);
	}
	const refusal = nameRefusal({ name, instances: node.instances }, siblingsOf(setting), setting.path.length === 1);
	if (refusal !== undefined) throw new RangeError(refusal);
	const uses = usesOf(declaredMacros(setting.config), dependents).bySetting.get(node) ?? [];
	return workspaceEdit([
		{ document: setting.config, changes: [written(place, name)] },
		...uses.map(use => ({
			document: use.document,
			changes: [{ start: use.segment.start, end: use.segment.start + node.name.length, newText: name }],
		})),
	]);
}

const settingOf = (
	side: Side,
	document: TextDocument,
	position: Position,
	context: Context,
): NamedSetting | undefined =>
	side === 'config' ? settingInConfig(document, position, context) : settingInMacro(document, position, context);

/** `host` for `host0` typed over `server0`: the numbers of instances stay what they are. */
function plainName({ segment, setting }: NamedSetting, typed: string): string {
	const name = typed.trim();
	const node = setting.path.at(-1);
	if (!segment || !node?.instances || !/\d$/.test(name)) return name;
	const number = segment.text.slice(node.name.length);
	if (name.endsWith(number)) return name.slice(0, name.length - number.length);
	throw new RangeError(
		t('{segment} is number {number} of the elements "{node}" in {file}; a new name keeps that number.', {
			segment: segment.text,
			number,
			node: node.name,
			file: fileNameOf(setting.config.uri),
		}),
	);
}

interface NamePlace {
	readonly start: number;
	readonly end: number;
	readonly isQuoted: boolean;
}

/** The name between its quotes; all of it when it is not quoted as JSON asks for. */
function nameValue({ setting }: NamedSetting): NamePlace | undefined {
	const node = childOf(setting.json, 'name');
	if (!node || typeof node.value !== 'string') return undefined;
	const end = node.offset + node.length;
	const text = setting.config.getText();
	const isQuoted = node.length > 1 && text[node.offset] === '"' && text[end - 1] === '"';
	return isQuoted ? { start: node.offset + 1, end: end - 1, isQuoted } : { start: node.offset, end, isQuoted };
}

function written({ start, end, isQuoted }: NamePlace, name: string): TextChange {
	const quoted = JSON.stringify(name);
	return { start, end, newText: isQuoted ? quoted.slice(1, -1) : quoted };
}

const rangeIn = (document: TextDocument, { start, end }: Span): Range => ({
	start: document.positionAt(start),
	end: document.positionAt(end),
});
