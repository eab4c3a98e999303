import table from '../../../../schemas/pair-settings.json';
import { regexPatterns } from '../../config/regexPatterns';
import { userRegex } from '../../regex/userRegex';
import type { Span } from '../../span';
import type { PlacedLiteral } from '../../unattend/values/placedLiteral';

/** A setting that could stand for a text of an unattend file, wherever the text means the same. */
export interface ProposedSetting {
	/** Unique in a proposal. */
	readonly name: string;
	/** Without hashes. */
	readonly macro: string;
	/** What the operator reads. */
	readonly label: string;
	/** Asked again for each server; else once for all. */
	readonly isPerServer: boolean;
	/** The text is a password or a key: it does not become the default, so that no second file holds it. */
	readonly isSecret: boolean;
	/** Without, any text is taken. */
	readonly regex: string | undefined;
	/** What stands in the file now. */
	readonly text: string;
	/** In document order. */
	readonly places: readonly Span[];
}

interface Entry {
	readonly label: string;
	readonly perServer?: boolean;
	readonly secret?: boolean;
	readonly patterns?: readonly string[];
}

const entries: Readonly<Record<string, Entry>> = table.settings;

/** Groups of the new file. */
export interface GroupNames {
	readonly common: string;
	readonly perServer: string;
}

/** The settings for the literals of a file, those of the same meaning and text as one; in document order. */
export function proposedSettings(literals: readonly PlacedLiteral[], groups: GroupNames): readonly ProposedSetting[] {
	const found = new Map<string, ProposedSetting & { readonly places: Span[] }>();
	const counts = new Map<string, number>();
	for (const { setting: key, text, start, end } of literals) {
		const entry = entries[key];
		const regex = entry && regexFor(entry, text);
		if (!entry || regex === 'none') continue;
		const id = JSON.stringify([key, text]);
		const known = found.get(id);
		if (known) {
			known.places.push({ start, end });
			continue;
		}
		const count = (counts.get(key) ?? 0) + 1;
		counts.set(key, count);
		const name = count === 1 ? key : `${key}-${count}`;
		const isPerServer = entry.perServer === true;
		found.set(id, {
			name,
			macro: isPerServer ? `${groups.perServer}.server0.${name}` : `${groups.common}.${name}`,
			label: count === 1 ? entry.label : `${entry.label} ${count}`,
			isPerServer,
			isSecret: entry.secret === true,
			regex,
			text,
			places: [{ start, end }],
		});
	}
	return [...found.values()];
}

/** The first pattern that takes a text, `undefined` where any text is taken; `none`: the text is no such value. */
function regexFor({ patterns }: Entry, text: string): string | 'none' | undefined {
	if (!patterns) return undefined;
	for (const id of patterns) {
		const regex = regexPatterns.find(pattern => pattern.id === id)?.regex;
		if (regex !== undefined && userRegex(regex).match(text) === 'match') return regex;
	}
	return 'none';
}
