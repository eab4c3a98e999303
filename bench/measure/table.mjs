/** Rows as a table in Markdown, which is as easily read in a terminal. */
export function tableOf(rows, titles) {
	const cells = [
		['what', 'ours (quartiles)', 'beside it', 'measured', 'target', ''],
		...rows.map(row => [
			row.what,
			row.ours ? spread(row.ours, row.unit) : '',
			row.beside ? `${row.beside.name} ${amount(row.beside.median, row.unit)}` : '',
			row.measured ? amount(row.measured.median, row.measured.unit) : '',
			row.target,
			verdict(row),
		]),
	];
	const heading = part => `**${titles[part]}**`;
	const widths = cells[0].map((_, column) => Math.max(...cells.map(line => line[column].length)));
	widths[0] = Math.max(widths[0], ...rows.map(({ part }) => heading(part).length));
	const line = texts => `| ${texts.map((text, column) => text.padEnd(widths[column])).join(' | ')} |`;
	const [head, ...body] = cells;
	const printed = [line(head), `|${widths.map(width => '-'.repeat(width + 2)).join('|')}|`];
	body.forEach((texts, at) => {
		if (rows[at].part !== rows[at - 1]?.part)
			printed.push(line([heading(rows[at].part), ...widths.slice(1).map(() => '')]));
		printed.push(line(texts));
	});
	return printed.join('\n');
}

const verdict = ({ verdict: found, why }) => {
	if (found === 'missed') return 'MISSED';
	return found === 'not measured' ? `not measured: ${why}` : found;
};

function spread({ low, median, high }, unit) {
	if (low === high) return amount(median, unit);
	const { scale } = shownIn(median, unit);
	return `${amount(median, unit)} (${digits(low / scale)} to ${digits(high / scale)})`;
}

/** Three digits that count, and seconds where milliseconds get long. */
export function amount(value, unit) {
	const shown = shownIn(value, unit);
	return `${digits(value / shown.scale)} ${shown.unit}`;
}

const shownIn = (value, unit) => (unit === 'ms' && value >= 10_000 ? { scale: 1000, unit: 's' } : { scale: 1, unit });

const digits = value => (Number.isInteger(value) || value >= 100 ? value.toFixed(0) : value.toPrecision(3));

/** Where, when and with what a run was made, and how it went. */
export function runInWords({ rows, date, cores, processor, memory, system, node, load, quick, peers }) {
	const count = verdict => `${rows.filter(row => row.verdict === verdict).length} ${verdict}`;
	const others = Object.entries(peers).map(([name, version]) => `${name} ${version}`);
	return [
		`${count('met')}, ${count('missed')}, ${count('not measured')}.`,
		`${date}: ${cores} x ${processor}, ${(memory / 2 ** 30).toFixed(0)} GiB, ${system}, Node ${node}; ${others.join(', ')}.`,
		`Programs that wanted a core when it began: ${load.toFixed(1)}.${quick ? ' Few rounds: a first look.' : ''}`,
	].join(' ');
}
