import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Hover, Location, Position } from 'vscode-languageserver-types';
import { t } from '../../texts/texts';
import { declaredMacros } from '../config/customMacros';
import type { Context } from '../language';
import type { MacroNode } from '../macros/macroTable';
import { placeOfUse, usesOf } from '../macros/uses';
import { fileNameOf } from '../unattend/fileNameOf';
import { isWithin } from './settingHints';
import { settingsOfTable } from './settingsOfTable';

/** More places are counted, not listed. */
const mostListed = 10;

/** The hover of a setting with the places where its macros are used; any other hover as it is. */
export function hoverUses(
	hover: Hover | undefined,
	{ document, position }: { readonly document: TextDocument; readonly position: Position },
	{ dependents }: Context,
): Hover | undefined {
	if (!hover || dependents.length === 0 || !isMarkup(hover.contents)) return hover;
	const node = settingAt(document, position);
	if (!node) return hover;
	const places = (usesOf(declaredMacros(document), dependents).bySetting.get(node) ?? []).map(placeOfUse);
	const { kind, value } = hover.contents;
	return { ...hover, contents: { kind, value: `${value}\n\n${sentence(places)}` } };
}

const isMarkup = (contents: Hover['contents']): contents is { kind: 'markdown' | 'plaintext'; value: string } =>
	typeof contents === 'object' && 'kind' in contents;

/** The setting whose name, or opening brace, is at the position. */
function settingAt(document: TextDocument, position: Position): MacroNode | undefined {
	return settingsOfTable(declaredMacros(document)).find(
		({ node: { setting } }) => isWithin(position, setting.nameRange) || isSame(position, setting.range.start),
	)?.node;
}

const isSame = (a: Position, b: Position): boolean => a.line === b.line && a.character === b.character;

function sentence(places: readonly Location[]): string {
	if (places.length === 0) return t('No linked file uses it.');
	const listed = places.slice(0, mostListed).map(({ uri, range: { start } }) => {
		const label = `${fileNameOf(uri)}:${start.line + 1}`.replace(/[\\`*_[\]<>]/g, '\\$&');
		return `[${label}](${addressOf(uri)}#L${start.line + 1},${start.character + 1})`;
	});
	return places.length > mostListed
		? t('Used in {listed} and {count} more', { listed: listed.join(', '), count: places.length - mostListed })
		: t('Used in {listed}', { listed: listed.join(', ') });
}

/** As Markdown takes it. */
const addressOf = (uri: string): string =>
	uri
		.replaceAll(' ', '%20')
		.replaceAll('(', '%28')
		.replaceAll(')', '%29')
		.replace(/[<>\s]/g, '');
