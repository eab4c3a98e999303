import type { MappedFile, MappedMacro, MappedSetting, MappedUnattend } from '../../server/lsp/folderProtocol';
import { english, t, translate } from '../../server/texts/texts';
import type { MapNode } from './mapNode';

/** The words of a line of the view "Deployment map". */
export function mapLabel(node: MapNode): string {
	if (node.kind === 'config') return node.config.path;
	if (node.kind === 'unattend') return node.file.path;
	if (node.kind === 'unlinked') return t('Without a configuration-settings file');
	if (node.kind === 'settings') return t('Settings');
	if (node.kind === 'predefined') return t('Predefined macros');
	if (node.kind === 'place') return node.path;
	return `#${node.kind === 'setting' ? node.setting.macro : node.macro.macro}#`;
}

/** What stands behind the words, in a paler colour. */
export function mapDescription(node: MapNode): string {
	if (node.kind === 'config')
		return joined(node.config.isWhole ? '' : t('a mistake hides settings'), uploadsText(node.config));
	if (node.kind === 'unattend') return joined(systemText(node.file), missingText(node.file), uploadsText(node.file));
	if (node.kind === 'unlinked') return String(node.files.length);
	if (node.kind === 'settings') return settingsText(node.config.settings);
	if (node.kind === 'predefined') return String(node.file.predefined.length);
	if (node.kind === 'setting') return settingText(node.setting);
	if (node.kind === 'place') return t('line {line}', { line: node.place.range.start.line + 1 });
	return node.kind === 'missing' ? joined(t('no value'), linesText(node.macro)) : linesText(node.macro);
}

const joined = (...parts: readonly string[]): string => parts.filter(part => part !== '').join(' · ');

const systemText = ({ os, osrelease }: MappedUnattend): string =>
	[os, osrelease].filter(part => part !== undefined).join(' ');

const missingText = ({ missing }: MappedUnattend): string =>
	missing.length === 0 ? '' : t('{count} without a value', { count: missing.length });

const uploadsText = ({ uploads }: MappedFile): string =>
	joined(
		...uploads.map(({ server, isCurrent }) =>
			isCurrent ? t('uploaded to {server}', { server }) : t('uploaded to {server}, changed since', { server }),
		),
	);

function settingsText(settings: readonly MappedSetting[]): string {
	const unused = settings.filter(({ isUnused }) => isUnused).length;
	return joined(String(settings.length), unused === 0 ? '' : t('{count} unused', { count: unused }));
}

const reaches: Readonly<Record<MappedSetting['reach'], string>> = {
	common: english('common'),
	perServer: english('per server'),
	fixed: english('fixed'),
};

const settingText = ({ reach, isUnused, uses }: MappedSetting): string =>
	joined(translate(reaches[reach]), isUnused ? t('unused') : uses.length === 0 ? '' : usesText(uses.length));

const usesText = (count: number): string => (count === 1 ? t('1 use') : t('{count} uses', { count }));

function linesText({ ranges }: MappedMacro): string {
	const lines = [...new Set(ranges.map(({ start }) => start.line + 1))];
	return lines.length === 1
		? t('line {line}', { line: lines.join(', ') })
		: t('lines {lines}', { lines: lines.join(', ') });
}
