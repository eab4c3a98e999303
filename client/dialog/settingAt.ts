import type { DeployFormResult, ShownEntry } from '../../server/lsp/protocol';

type Position = ShownEntry['range']['start'];

/** What tells a setting from the others of its file: the page has several fields for a setting of a list. */
export const settingId = ({ range: { start } }: Pick<ShownEntry, 'range'>): string =>
	`${start.line}:${start.character}`;

/** The innermost setting that a position is in. */
export function settingAt({ common, perServer }: DeployFormResult, position: Position): string | undefined {
	const found = deepest([...common, ...perServer], position);
	return found && settingId(found);
}

function deepest(entries: readonly ShownEntry[], position: Position): ShownEntry | undefined {
	for (const entry of entries) {
		const { start, end } = entry.range;
		if (isBefore(position, start) || isBefore(end, position)) continue;
		return deepest(insideOf(entry), position) ?? entry;
	}
	return undefined;
}

function insideOf(entry: ShownEntry): readonly ShownEntry[] {
	if (entry.kind === 'list') return entry.element.kind === 'group' ? entry.element.entries : [];
	return entry.kind === 'group' ? entry.entries : [];
}

const isBefore = (a: Position, b: Position): boolean =>
	a.line < b.line || (a.line === b.line && a.character < b.character);
