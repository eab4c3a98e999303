import type { TextDocument } from 'vscode-languageserver-textdocument';
import { t } from '../texts/texts';
import type { Problem } from './problem';
import { type RuleCode, rules } from './rules';

/** Places that one report names besides its own. */
const mostRelated = 50;

/**
 * One mistake is one report: of problems with the same cause, such as a setting that was renamed or a choice that
 * several places refuse, the first of the loudest stays and names the other places.
 */
export function oncePerCause(document: TextDocument, problems: readonly Problem[]): Problem[] {
	const kept: Problem[] = [];
	const byCause = new Map<string, Problem[]>();
	for (const found of problems) {
		const same = found.cause === undefined ? undefined : byCause.get(found.cause);
		if (found.cause === undefined) kept.push(found);
		else if (same) same.push(found);
		else byCause.set(found.cause, [found]);
	}
	for (const same of byCause.values()) {
		const [first, ...more] = same.sort((a, b) => loudness(b.code) - loudness(a.code) || a.start - b.start);
		if (first) kept.push(withPlaces(document, first, more.slice(0, mostRelated)));
	}
	return kept;
}

const loudness = (code: RuleCode): number => (rules[code].severity === 'error' ? 1 : 0);

function withPlaces(document: TextDocument, found: Problem, more: readonly Problem[]): Problem {
	if (more.length === 0) return found;
	const places = more.map(({ start, end, facts: { place, expected } }) => ({
		location: { uri: document.uri, range: { start: document.positionAt(start), end: document.positionAt(end) } },
		message:
			place === undefined
				? t('The same here.')
				: t('{place} takes {expected}.', { place: String(place), expected: String(expected) }),
	}));
	return { ...found, related: [...(found.related ?? []), ...places] };
}
