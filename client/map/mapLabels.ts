import type { MappedFile, MappedMacro, MappedSetting, MappedUnattend } from '../../server/lsp/protocol';
import type { MapNode } from './mapNode';

/** The words of a line of the view "Deployment map". */
export function mapLabel(node: MapNode): string {
	if (node.kind === 'config') return node.config.path;
	if (node.kind === 'unattend') return node.file.path;
	if (node.kind === 'unlinked') return 'Without a configuration-settings file';
	if (node.kind === 'settings') return 'Settings';
	if (node.kind === 'predefined') return 'Predefined macros';
	if (node.kind === 'place') return node.path;
	return `#${node.kind === 'setting' ? node.setting.macro : node.macro.macro}#`;
}

/** What stands behind the words, in a paler colour. */
export function mapDescription(node: MapNode): string {
	if (node.kind === 'config')
		return joined(node.config.isWhole ? '' : 'a mistake hides settings', uploadsText(node.config));
	if (node.kind === 'unattend') return joined(systemText(node.file), missingText(node.file), uploadsText(node.file));
	if (node.kind === 'unlinked') return String(node.files.length);
	if (node.kind === 'settings') return settingsText(node.config.settings);
	if (node.kind === 'predefined') return String(node.file.predefined.length);
	if (node.kind === 'setting') return settingText(node.setting);
	if (node.kind === 'place') return `line ${node.place.range.start.line + 1}`;
	return node.kind === 'missing' ? joined('no value', linesText(node.macro)) : linesText(node.macro);
}

const joined = (...parts: readonly string[]): string => parts.filter(part => part !== '').join(' · ');

const systemText = ({ os, osrelease }: MappedUnattend): string =>
	[os, osrelease].filter(part => part !== undefined).join(' ');

const missingText = ({ missing }: MappedUnattend): string =>
	missing.length === 0 ? '' : `${missing.length} without a value`;

const uploadsText = ({ uploads }: MappedFile): string =>
	joined(...uploads.map(({ server, isCurrent }) => `uploaded to ${server}${isCurrent ? '' : ', changed since'}`));

function settingsText(settings: readonly MappedSetting[]): string {
	const unused = settings.filter(({ isUnused }) => isUnused).length;
	return joined(String(settings.length), unused === 0 ? '' : `${unused} unused`);
}

const reaches: Readonly<Record<MappedSetting['reach'], string>> = {
	common: 'common',
	perServer: 'per server',
	fixed: 'fixed',
};

const settingText = ({ reach, isUnused, uses }: MappedSetting): string =>
	joined(reaches[reach], isUnused ? 'unused' : uses.length === 0 ? '' : usesText(uses.length));

const usesText = (count: number): string => (count === 1 ? '1 use' : `${count} uses`);

function linesText({ ranges }: MappedMacro): string {
	const lines = [...new Set(ranges.map(({ start }) => start.line + 1))];
	return `${lines.length === 1 ? 'line' : 'lines'} ${lines.join(', ')}`;
}
