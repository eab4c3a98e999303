import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { CodeLens, Location, Position } from 'vscode-languageserver-types';
import { inARow } from '../../texts/inARow';
import { t } from '../../texts/texts';
import { repairCommand } from '../commandNames';
import { declaredMacros } from '../config/customMacros';
import { isRefusal, repairOf } from '../config/editing/repair';
import type { Context } from '../language';
import { readManifest } from '../links/manifest';
import { placeOfUse, usesOf } from '../macros/uses';
import { fileNameOf } from '../unattend/fileNameOf';
import { isValue, settingsOfTable } from './settingsOfTable';

const top: Position = { line: 0, character: 0 };

/**
 * Above a configuration-settings file: the repair of its mistakes, how often and with what it is used, and its upload; above each of its settings
 * the uses of that one. The commands are the client's; files are named by URI, places as in LSP.
 */
export function configLenses(document: TextDocument, { dependents }: Context): CodeLens[] {
	const upload = lens(top, t('Upload'), 'xclarity.upload', [document.uri]);
	const repair = repairLens(document);
	if (dependents.length === 0) return [...repair, upload];
	const table = declaredMacros(document);
	const { all, bySetting } = usesOf(table, dependents);
	const named = all.filter(({ isFlawed, path }) => !isFlawed && path.length > 0).map(placeOfUse);
	const linked = dependents.map(({ uri }) => ({ uri, range: { start: top, end: top } }));
	const settings = settingsOfTable(table).filter(({ node }) => isValue(node));
	return [
		...repair,
		places(document, top, counted(named.length), named),
		places(document, top, t('linked with {files}', { files: nameList(dependents) }), linked),
		upload,
		...settings.map(({ node }) => {
			const own = (bySetting.get(node) ?? []).map(placeOfUse);
			return places(document, node.setting.range.start, counted(own.length), own);
		}),
	];
}

/** How many mistakes can be put right at once, wherever they are; none when there is none. */
function repairLens(document: TextDocument): CodeLens[] {
	const repair = repairOf(document);
	if (!repair || isRefusal(repair) || repair.isOnlyForm) return [];
	const { count } = repair;
	const title = count === 1 ? t('Repair 1 mistake') : t('Repair {count} mistakes', { count });
	return [lens(top, title, repairCommand, [document.uri])];
}

/** Above an unattend file: the configuration-settings file it is linked with, and the upload of both. */
export function unattendLenses(document: TextDocument, isUploaded: boolean, { link }: Context): CodeLens[] {
	const { config, configPath } = link;
	if (!config) {
		const offer = configPath === undefined && link.candidates.length > 0;
		return [
			...(offer ? [lens(top, t('Link to configuration file…'), 'xclarity.link', [document.uri])] : []),
			...(isUploaded ? [lens(top, t('Upload'), 'xclarity.upload', [document.uri])] : []),
		];
	}
	const title = t('linked with {files}', { files: fileNameOf(config.uri) });
	return [
		lens(top, title, 'xclarity.showFile', [config.uri]),
		...(isUploaded ? [lens(top, t('Upload both'), 'xclarity.upload', [document.uri])] : []),
	];
}

/** Above a manifest that links something: the upload of all that it names. */
export const manifestLenses = (document: TextDocument): CodeLens[] =>
	readManifest(document).links.length === 0
		? []
		: [lens(top, t('Apply to the server'), 'xclarity.apply', [document.uri])];

const lens = (at: Position, title: string, command: string, args: readonly unknown[]): CodeLens => ({
	range: { start: at, end: at },
	command: { title, command, arguments: [...args] },
});

const places = ({ uri }: TextDocument, at: Position, title: string, found: readonly Location[]): CodeLens =>
	lens(at, title, 'xclarity.showReferences', [uri, at, found]);

const counted = (count: number): string =>
	count === 0 ? t('no uses') : count === 1 ? t('1 use') : t('{count} uses', { count });

/** One or two files by name, more of them by number. */
function nameList(documents: readonly TextDocument[]): string {
	return documents.length > 2
		? t('{count} files', { count: documents.length })
		: inARow(documents.map(({ uri }) => fileNameOf(uri)));
}
