import { amount } from './table.mjs';

const width = 940;
const axisStart = 380;
const axisEnd = 810;
const barHeight = 13;
const colours = { ours: '#1f6feb', other: '#9a9a9a' };

/**
 * Ours beside the others, as an SVG: a bar for each time, on an axis on which each step is ten times the one before.
 * @param {import('./rows.mjs').Row[]} rows those that are no times, or have nothing beside them, are left out
 * @param {Record<string, string>} titles of the parts
 */
export function plotOf(rows, titles) {
	const groups = groupsOf(rows);
	const times = groups.flatMap(({ bars }) => bars.map(({ median }) => median));
	const [from, to] = [Math.floor(Math.log10(Math.min(...times))), Math.ceil(Math.log10(Math.max(...times)))];
	const at = time => axisStart + ((Math.log10(time) - from) / (to - from)) * (axisEnd - axisStart);
	const drawn = [];
	let y = 40;
	groups.forEach(({ part, what, bars }, index) => {
		if (part !== groups[index - 1]?.part) {
			drawn.push(text(12, y + 14, titles[part], 'font-weight="bold"'));
			y += 24;
		}
		drawn.push(text(axisStart - 10, y + 11, what, 'text-anchor="end"'));
		for (const { name, median, isOurs } of bars) {
			const fill = isOurs ? colours.ours : colours.other;
			const end = Math.max(axisStart + 1, at(median));
			drawn.push(
				`<rect x="${axisStart}" y="${y}" width="${(end - axisStart).toFixed(1)}" height="${barHeight - 2}" fill="${fill}"/>`,
				text(end + 5, y + 10, isOurs ? amount(median, 'ms') : `${name} ${amount(median, 'ms')}`, 'font-size="10"'),
			);
			y += barHeight;
		}
		y += 7;
	});
	const ticks = Array.from({ length: to - from + 1 }, (_, step) => 10 ** (from + step));
	const grid = ticks.map(
		time =>
			`<line x1="${at(time)}" x2="${at(time)}" y1="34" y2="${y}" stroke="#ddd"/>${text(at(time), 26, tick(time), 'text-anchor="middle" font-size="10"')}`,
	);
	return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${y + 10}" font-family="system-ui, sans-serif" font-size="12" fill="#222" role="img">
<title>How long each takes: ours in blue, the others in grey; each line of the grid is ten times the one before</title>
<rect width="${width}" height="${y + 10}" fill="#fff"/>
${[...grid, ...drawn].join('\n')}
</svg>
`;
}

/** Lines about the same thing are one group, with each peer once. */
function groupsOf(rows) {
	const groups = new Map();
	for (const { part, what, unit, ours, beside } of rows) {
		if (unit !== 'ms' || !ours || !beside) continue;
		const key = `${part} ${what}`;
		const group = groups.get(key) ?? { part, what, bars: [{ name: 'ours', median: ours.median, isOurs: true }] };
		if (!group.bars.some(({ name }) => name === beside.name)) group.bars.push(beside);
		groups.set(key, group);
	}
	return [...groups.values()];
}

const tick = time => (time < 1000 ? `${time} ms` : `${time / 1000} s`);

function text(x, y, words, attributes = '') {
	const escaped = words.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('`', '');
	return `<text x="${x.toFixed(1)}" y="${y}" ${attributes}>${escaped}</text>`;
}
