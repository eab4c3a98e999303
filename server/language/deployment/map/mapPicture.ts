import type { Location } from 'vscode-languageserver-types';
import { shortened } from '../../../texts/shortened';
import { t } from '../../../texts/texts';
import type { DeploymentMap } from './deploymentMap';
import { layOut, type MapBox, type MapEdge, metrics, mostCharacters, rowMiddle } from './mapLayout';
import { type MapRow, mapBands } from './mapRows';
import { mapSentence } from './mapSentence';
import { mapStyle } from './mapStyle';

/** How the picture is drawn. */
export interface MapLook {
	/** `own`: light or dark, as the viewer prefers; `editor`: the colours of VS Code, whose page it stands in. */
	readonly colours: 'own' | 'editor';
	/** For the style of the picture, where the page asks for one. */
	readonly nonce?: string | undefined;
	/** Where a click on a place leads; without, nothing can be clicked. */
	readonly addressOf?: ((place: Location) => string) | undefined;
}

/** The map as an SVG picture that needs nothing from elsewhere. */
export function mapPicture(map: DeploymentMap, look: MapLook = { colours: 'own' }): string {
	const summary = mapSentence(map);
	const { width, height, boxes, edges } = layOut(mapBands(map), summary.length);
	const nonce = look.nonce === undefined ? '' : ` nonce="${escaped(look.nonce)}"`;
	// What can be clicked must not be hidden from who listens to the page.
	const role = look.addressOf === undefined ? 'img' : 'group';
	const { margin } = metrics;
	return [
		`<svg xmlns="http://www.w3.org/2000/svg" class="map" role="${role}" aria-labelledby="map-title map-desc" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">`,
		`<title id="map-title">${escaped(t('Map of the deployment'))}</title>`,
		`<desc id="map-desc">${escaped(summary)}</desc>`,
		`<style${nonce}>${mapStyle(look.colours)}</style>`,
		`<rect class="ground" width="${width}" height="${height}"/>`,
		`<text class="heading" x="${margin}" y="${margin + 14}">${escaped(t('Map of the deployment'))}</text>`,
		`<text class="muted" x="${margin}" y="${margin + 38}">${escaped(summary)}</text>`,
		...edges.map(edgeOf),
		...boxes.map(box => boxOf(box, look)),
		'</svg>',
		'',
	].join('\n');
}

function edgeOf({ from, to, says, isIdle }: MapEdge): string {
	const bend = (to.x - from.x) / 2;
	const line = `M${from.x} ${round(from.y)}C${from.x + bend} ${round(from.y)} ${to.x - bend} ${round(to.y)} ${to.x} ${round(to.y)}`;
	return `<path class="${isIdle ? 'edge idle' : 'edge'}" d="${line}"><title>${escaped(says)}</title></path>`;
}

const round = (length: number): number => Math.round(length * 10) / 10;

function boxOf(box: MapBox, look: MapLook): string {
	const { x, y, width, height } = box;
	return [
		`<rect class="box" x="${x}" y="${round(y)}" width="${width}" height="${height}" rx="6"/>`,
		...box.rows.map((row, index) => rowOf(box, row, { middle: rowMiddle(box, index), look })),
	].join('\n');
}

interface Placed {
	readonly middle: number;
	readonly look: MapLook;
}

function rowOf({ x, width }: MapBox, row: MapRow, { middle, look }: Placed): string {
	const { text, note, tone, place } = row;
	const y = round(middle + 4);
	const { padding } = metrics;
	const shown = shortened(text, mostCharacters);
	const title = shown !== text ? `<title>${escaped(text)}</title>` : '';
	const parts = [
		`<text class="${tone}" x="${x + padding}" y="${y}">${escaped(shown)}${title}</text>`,
		...(note === undefined
			? []
			: [`<text class="note ${tone}" x="${x + width - padding}" y="${y}">${escaped(note)}</text>`]),
	].join('');
	const address = place && look.addressOf?.(place);
	if (address === undefined) return parts;
	const hit = `<rect class="hit" x="${x}" y="${round(middle - metrics.row / 2)}" width="${width}" height="${metrics.row}"/>`;
	return `<a href="${escaped(address)}">${hit}${parts}</a>`;
}

/** Characters that XML has no place for, and those that turn the direction of what follows. */
const unwritable =
	/[\u0000-\u001f\u007f\u200e\u200f\u202a-\u202e\u2066-\u2069\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

const escaped = (text: string): string =>
	text
		.replace(unwritable, character => (character === '\n' ? '\n' : '\ufffd'))
		.replace(/[&<>"]/g, character => entities[character] ?? character);
