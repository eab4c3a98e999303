import type {
	DeploymentMap,
	MappedConfig,
	MappedFile,
	MappedMacro,
	MappedSetting,
	MappedUnattend,
} from '../../server/lsp/folderProtocol';

type LspRange = MappedMacro['ranges'][number];

/** A place that a click leads to. */
export interface MapPlace {
	readonly uri: string;
	readonly range: LspRange;
}

/** A line of the view "Deployment map". */
export type MapNode =
	| { readonly kind: 'config'; readonly config: MappedConfig }
	| { readonly kind: 'unlinked'; readonly files: readonly MappedUnattend[] }
	| { readonly kind: 'unattend'; readonly file: MappedUnattend }
	| { readonly kind: 'settings'; readonly config: MappedConfig }
	| { readonly kind: 'setting'; readonly config: MappedConfig; readonly setting: MappedSetting }
	| { readonly kind: 'predefined'; readonly file: MappedUnattend }
	| { readonly kind: 'macro' | 'missing'; readonly file: MappedUnattend; readonly macro: MappedMacro }
	| {
			readonly kind: 'place';
			readonly path: string;
			readonly place: MapPlace /** Id of the line above. */;
			readonly above: string;
	  };

/** The lines of the first level. */
export const topNodes = ({ configs, unlinked }: DeploymentMap): readonly MapNode[] => [
	...configs.map((config): MapNode => ({ kind: 'config', config })),
	...(unlinked.length > 0 ? [{ kind: 'unlinked', files: unlinked } as const] : []),
];

/** The lines below one. */
export function nodesBelow(node: MapNode): readonly MapNode[] {
	if (node.kind === 'config') {
		const { config } = node;
		const settings: MapNode[] = config.settings.length > 0 ? [{ kind: 'settings', config }] : [];
		return [...config.unattends.map(unattendNode), ...settings];
	}
	if (node.kind === 'unlinked') return node.files.map(unattendNode);
	if (node.kind === 'unattend') return macroNodes(node.file);
	if (node.kind === 'predefined') return node.file.predefined.map(macro => ({ kind: 'macro', file: node.file, macro }));
	if (node.kind === 'settings')
		return node.config.settings.map(setting => ({ kind: 'setting', config: node.config, setting }));
	if (node.kind === 'setting') return usePlaces(node.config, node.setting, mapNodeId(node));
	if (node.kind === 'place' || node.macro.ranges.length < 2) return [];
	const { uri, path } = node.file;
	return node.macro.ranges.map(range => ({ kind: 'place', path, place: { uri, range }, above: mapNodeId(node) }));
}

const unattendNode = (file: MappedUnattend): MapNode => ({ kind: 'unattend', file });

/** What is wrong comes first. */
const macroNodes = (file: MappedUnattend): readonly MapNode[] => [
	...file.missing.map((macro): MapNode => ({ kind: 'missing', file, macro })),
	...file.custom.map((macro): MapNode => ({ kind: 'macro', file, macro })),
	...(file.predefined.length > 0 ? [{ kind: 'predefined', file } as const] : []),
];

function usePlaces({ unattends }: MappedConfig, { uses }: MappedSetting, above: string): readonly MapNode[] {
	const paths = new Map(unattends.map(({ uri, path }) => [uri, path]));
	return uses.map(place => ({ kind: 'place', path: paths.get(place.uri) ?? place.uri, place, above }));
}

/** Tells a line from all others, also after the map was drawn up anew. */
export function mapNodeId(node: MapNode): string {
	if (node.kind === 'unlinked') return node.kind;
	if (node.kind === 'config' || node.kind === 'settings') return `${node.kind} ${node.config.uri}`;
	if (node.kind === 'setting') return `${node.kind} ${node.config.uri} ${node.setting.macro}`;
	if (node.kind === 'unattend' || node.kind === 'predefined') return `${node.kind} ${node.file.uri}`;
	if (node.kind !== 'place') return `${node.kind} ${node.file.uri} ${node.macro.macro}`;
	const { uri, range } = node.place;
	return `${node.above} ${uri} ${range.start.line}:${range.start.character}`;
}

const top: LspRange = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };
const topOf = ({ uri }: MappedFile): MapPlace => ({ uri, range: top });

/** Where a click on a line leads; `undefined` for lines that only hold others. */
export function placeOfNode(node: MapNode): MapPlace | undefined {
	if (node.kind === 'config') return topOf(node.config);
	if (node.kind === 'unattend') return topOf(node.file);
	if (node.kind === 'setting') return node.setting.place;
	if (node.kind === 'place') return node.place;
	if (node.kind !== 'macro' && node.kind !== 'missing') return undefined;
	return { uri: node.file.uri, range: node.macro.ranges[0] ?? top };
}
