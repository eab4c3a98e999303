import { t } from '../../../texts/texts';
import { appendAll } from '../../appendAll';
import type { MappedSetting } from './deploymentMap';
import type { FedBox, MapBand, MapRow } from './mapRows';

/** A box of the picture. Lengths are in CSS pixels, from the top left corner of the picture. */
export interface MapBox {
	readonly x: number;
	readonly y: number;
	readonly width: number;
	readonly height: number;
	readonly rows: readonly MapRow[];
}

/** A line from a setting to a file that uses its macro. */
export interface MapEdge {
	readonly from: { readonly x: number; readonly y: number };
	readonly to: { readonly x: number; readonly y: number };
	/** What goes over it, in words. */
	readonly says: string;
	/** The files are linked, and no macro goes over. */
	readonly isIdle: boolean;
}

export interface MapLayout {
	readonly width: number;
	readonly height: number;
	readonly boxes: readonly MapBox[];
	readonly edges: readonly MapEdge[];
}

export const metrics = { row: 20, padding: 10, character: 7.3, margin: 24, header: 56 } as const;
const boxGap = 16;
const bandGap = 32;
const between = 120;
const narrowest = 180;
/** Longer lines are cut. */
export const mostCharacters = 56;

/** Where everything stands: configuration-settings files on the left, what they feed on the right of each. */
export function layOut(bands: readonly MapBand[], titleLength: number): MapLayout {
	const left = widthOf(bands.map(band => band.left));
	const right = widthOf(bands.flatMap(band => band.right.map(({ rows }) => rows)));
	const rightX = metrics.margin + left + between;
	const boxes: MapBox[] = [];
	const edges: MapEdge[] = [];
	let y = metrics.margin + metrics.header;
	for (const band of bands) {
		const source: MapBox = { x: metrics.margin, y, width: left, height: heightOf(band.left), rows: band.left };
		boxes.push(source);
		let below = y;
		for (const fed of band.right) {
			const target: MapBox = { x: rightX, y: below, width: right, height: heightOf(fed.rows), rows: fed.rows };
			boxes.push(target);
			if (band.usesIn) appendAll(edges, edgesBetween(source, target, { fed, usesIn: band.usesIn }));
			below += target.height + boxGap;
		}
		y = Math.max(y + source.height, below - boxGap) + bandGap;
	}
	const width = Math.max(rightX + (right === 0 ? 0 : right), titleLength * metrics.character + metrics.margin);
	return { width: Math.ceil(width) + metrics.margin, height: y - bandGap + metrics.margin, boxes, edges };
}

const heightOf = (rows: readonly MapRow[]): number => rows.length * metrics.row + 2 * metrics.padding;

/** Of a column: as wide as its longest line. */
function widthOf(boxes: readonly (readonly MapRow[])[]): number {
	if (boxes.length === 0) return 0;
	const longest = boxes.flat().reduce((most, row) => Math.max(most, lengthOf(row)), 0);
	return Math.max(narrowest, Math.ceil(longest * metrics.character) + 2 * metrics.padding);
}

const lengthOf = ({ text, note }: MapRow): number =>
	Math.min(text.length, mostCharacters) + (note === undefined ? 0 : note.length + 2);

/** The middle of a line of a box. */
export const rowMiddle = ({ y }: MapBox, index: number): number => y + metrics.padding + (index + 0.5) * metrics.row;

interface Feeding {
	readonly fed: FedBox;
	readonly usesIn: NonNullable<MapBand['usesIn']>;
}

function edgesBetween(source: MapBox, target: MapBox, { fed, usesIn }: Feeding): MapEdge[] {
	const uses = fed.files.map(usesIn);
	const sources = source.rows.flatMap(({ settings = [] }, index) => {
		const own = settings.filter(setting => uses.some(used => used.has(setting)));
		return own.length === 0 ? [] : [{ index, says: inWords(own, fed, uses), isIdle: false }];
	});
	const idle = { index: 0, says: t('{fed} is linked and uses no setting', { fed: nameOf(fed) }), isIdle: true };
	const starts = sources.length === 0 ? [idle] : sources;
	// Lines end in the order in which they start, so that those to one box do not cross.
	const step = target.height / (starts.length + 1);
	return starts.map(({ index, says, isIdle }, place) => ({
		from: { x: source.x + source.width, y: rowMiddle(source, index) },
		to: { x: target.x, y: target.y + step * (place + 1) },
		says,
		isIdle,
	}));
}

const nameOf = ({ files }: FedBox): string =>
	files.length === 1 ? (files[0]?.path ?? '') : t('{count} files', { count: files.length });

/** More settings than these on one line are told by their number. */
const mostSaid = 10;

function inWords(
	settings: readonly MappedSetting[],
	fed: FedBox,
	[uses, ...more]: readonly ReadonlyMap<MappedSetting, readonly number[]>[],
): string {
	if (settings.length > mostSaid) return t('{count} settings in {fed}', { count: settings.length, fed: nameOf(fed) });
	return settings
		.map(setting => {
			const lines = more.length === 0 ? (uses?.get(setting) ?? []) : [];
			const where = lines.length === 0 ? '' : `, ${lines.length === 1 ? 'line' : 'lines'} ${lines.join(', ')}`;
			return `#${setting.macro}# in ${nameOf(fed)}${where}`;
		})
		.join('\n');
}
