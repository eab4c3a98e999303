import type { ProposedSetting } from '../language/deployment/pair/proposedSetting';
import type { SecretLeft } from '../language/deployment/pair/secretsLeft';
import type { PlannedPair } from '../workspace/pairPlan';

/** What is told about a pair; files as the person names them. */
export interface ShownPair {
	readonly file: string;
	readonly config: string;
	readonly chosen: readonly ProposedSetting[];
}

const lineOf = ({ document }: PlannedPair, start: number): number => document.positionAt(start).line + 1;

/** The proposal as a table. */
export function proposalText(plan: PlannedPair, { chosen, config }: ShownPair): string {
	const part = (title: string, isPerServer: boolean): string => {
		const rows = chosen
			.filter(setting => setting.isPerServer === isPerServer)
			.map(({ name, label, macro, places, text, isSecret }) => [
				name,
				label,
				linesOf(plan, places),
				isSecret ? '(no default)' : text,
				`#${macro}#`,
			]);
		return rows.length === 0 ? '' : `${title}\n${inColumns(rows)}`;
	};
	return `${part('Asked for each server', true)}${part('Asked once', false)}The settings go into ${config}.\n`;
}

/** Lines that are named of a setting whose text stands in many. */
const mostNamed = 8;

function linesOf(plan: PlannedPair, places: ProposedSetting['places']): string {
	const named = places.slice(0, mostNamed).map(({ start }) => lineOf(plan, start));
	const more = places.length - named.length;
	return `line ${named.join(', ')}${more > 0 ? ` and ${more} more` : ''}`;
}

/** Characters to which a column is widened: what is longer moves the rest of its own row only. */
const widest = 40;

function inColumns(rows: readonly (readonly string[])[]): string {
	const widthOf = (column: number): number =>
		rows.reduce((width, row) => Math.max(width, Math.min(widest, row[column]?.length ?? 0)), 0);
	const widths = rows[0]?.map((_, column) => widthOf(column)) ?? [];
	return rows
		.map(
			row =>
				`  ${row
					.map((cell, column) => cell.padEnd(widths[column] ?? 0))
					.join('  ')
					.trimEnd()}\n`,
		)
		.join('');
}

/** Passwords stay in the file that holds them. */
export const proposalJson = (
	plan: PlannedPair,
	{ chosen, config }: ShownPair,
	{ written, left }: { readonly written: boolean; readonly left: readonly SecretLeft[] },
) => ({
	config,
	written,
	settings: chosen.map(({ name, macro, label, isPerServer, isSecret, regex, text, places }) => ({
		name,
		macro,
		label,
		perServer: isPerServer,
		secret: isSecret,
		...(regex === undefined ? {} : { regex }),
		...(isSecret ? {} : { default: text }),
		lines: places.map(({ start }) => lineOf(plan, start)),
	})),
	stillHeld: left.map(({ name, lines }) => ({ setting: name, lines: lines.map(line => line + 1) })),
});

/** What a person has to know when the files are written. */
export function writtenText({ file, config, chosen }: ShownPair, left: readonly SecretLeft[]): string {
	const secrets = chosen.filter(({ isSecret }) => isSecret).map(({ name }) => name);
	const there = new Set(left.map(({ name }) => name));
	const lost = secrets.filter(secret => !there.has(secret));
	const gone = lost.length === 0 ? '' : ` Neither holds the text of ${lost.join(', ')} any more: keep it elsewhere.`;
	const shownLines = (lines: readonly number[]): string => lines.map(line => line + 1).join(', ');
	const still = left.map(
		({ name, lines }) => ` ${file} still has the text of ${name} in line ${shownLines(lines)}: take it out.`,
	);
	return `${file} and ${config} are a pair now.${gone}${still.join('')}`;
}
