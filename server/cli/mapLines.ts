import type { Location } from 'vscode-languageserver-types';
import { appendAll } from '../language/appendAll';
import type {
	DeploymentMap,
	MappedFile,
	MappedSetting,
	MappedUnattend,
} from '../language/deployment/map/deploymentMap';
import { mapSentence } from '../language/deployment/map/mapSentence';
import { unresolvedReason } from '../language/deployment/unresolvedReason';
import { onOneLine } from './onOneLine';
import type { StyledText } from './terminal';

/** A map as text: each configuration-settings file, its settings with their places, and the files that it feeds. */
export function mapLines(map: DeploymentMap): StyledText[] {
	const paths = new Map(map.configs.flatMap(({ unattends }) => unattends.map(({ uri, path }) => [uri, path] as const)));
	const lines: StyledText[] = [];
	for (const config of map.configs) {
		appendAll(lines, titleOf(config));
		if (!config.isWhole) lines.push('  ', { style: 'red', text: 'a mistake in it hides settings' }, '\n');
		for (const setting of config.settings) appendAll(lines, settingLine(setting, paths));
		for (const file of config.unattends) appendAll(lines, unattendLines(file, '  '));
	}
	if (map.unlinked.length > 0) lines.push({ style: 'bold', text: 'no configuration-settings file' }, '\n');
	for (const file of map.unlinked) appendAll(lines, unattendLines(file, '  '));
	return [...lines, { style: 'bold', text: mapSentence(map) }, '\n'];
}

const titleOf = (file: MappedFile): StyledText[] => [
	{ style: 'underline', text: onOneLine(file.path) },
	uploadsOf(file),
	'\n',
];

const uploadsOf = ({ uploads }: MappedFile): string =>
	uploads.map(({ server, isCurrent }) => `, uploaded to ${server}${isCurrent ? '' : ' and changed since'}`).join('');

function settingLine({ macro, uses, isUnused }: MappedSetting, paths: ReadonlyMap<string, string>): StyledText[] {
	const name = `  #${macro}#`;
	if (isUnused) return [{ style: 'gray', text: `${name}  unused` }, '\n'];
	return [name, uses.length === 0 ? '' : `  ${placesOf(uses, paths)}`, '\n'];
}

/** `ks.cfg:4,9 other.cfg:2` */
function placesOf(uses: readonly Location[], paths: ReadonlyMap<string, string>): string {
	const byFile = new Map<string, number[]>();
	for (const { uri, range } of uses) {
		const line = range.start.line + 1;
		const lines = byFile.get(uri);
		if (lines) lines.push(line);
		else byFile.set(uri, [line]);
	}
	return [...byFile].map(([uri, lines]) => `${paths.get(uri) ?? uri}:${[...new Set(lines)].join(',')}`).join(' ');
}

function unattendLines(file: MappedUnattend, indent: string): StyledText[] {
	const { os, osrelease, configPath, missing } = file;
	const system = [os, osrelease].filter(part => part !== undefined).join(' ');
	const isLost = configPath !== undefined && missing.some(({ reason }) => reason === 'unlinked');
	return [
		`${indent}→ `,
		...titleOf(file).slice(0, -1),
		system === '' ? '' : `  (${system})`,
		isLost ? `  ${configPath} cannot be read` : '',
		'\n',
		...missing.flatMap(({ macro, ranges, reason }): StyledText[] => [
			`${indent}    `,
			{ style: 'red', text: `#${macro}#` },
			`  ${onOneLine(file.path)}:${[...new Set(ranges.map(({ start }) => start.line + 1))].join(',')}  ${unresolvedReason[reason]}\n`,
		]),
	];
}
