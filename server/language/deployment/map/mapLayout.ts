import type { MappedSetting } from './deploymentMap';
import type { MapBand, MapRow } from './mapRows';

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
	/** None: the files are linked, and no macro goes over. */
	readonly settings: readonly MappedSetting[];
	/** Path of the file that it leads to. */
	readonly path: string;
	readonly uri: string;
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
		for (const { file, rows } of band.right) {
			const target: MapBox = { x: rightX, y: below, width: right, height: heightOf(rows), rows };
			boxes.push(target);
			edges.push(...edgesBetween(source, target, file));
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

function edgesBetween(source: MapBox, target: MapBox, { uri, path }: { uri: string; path: string }): MapEdge[] {
	const sources = source.rows.flatMap(({ settings = [] }, index) => {
		const own = settings.filter(({ uses }) => uses.some(use => use.uri === uri));
		return own.length === 0 ? [] : [{ index, settings: own }];
	});
	const isUnfed = source.rows.every(({ place }) => place === undefined);
	if (isUnfed) return [];
	const starts = sources.length === 0 ? [{ index: 0, settings: [] }] : sources;
	// Lines end in the order in which they start, so that those to one box do not cross.
	const step = target.height / (starts.length + 1);
	return starts.map(({ index, settings }, place) => ({
		from: { x: source.x + source.width, y: rowMiddle(source, index) },
		to: { x: target.x, y: target.y + step * (place + 1) },
		settings,
		path,
		uri,
	}));
}
