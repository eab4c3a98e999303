import { t } from '../../../texts/texts';
import type { Problem } from '../../problem';
import type { Statement } from './readStatements';

/** A line and what is said about it. */
interface ToldLine {
	readonly statement: Pick<Statement, 'kind' | 'end'>;
	readonly problems: readonly Problem[];
}

/** How far strange lines go, and how many follow the first. */
interface Group {
	readonly until: number;
	readonly more: number;
	readonly endsSection?: boolean;
}

/** Lines one below the other that are no commands at all are one thing that does not belong there. */
export function joinUnknownLines(
	lines: readonly ToldLine[],
	code: 'kickstart-unknown-command' | 'esxi-unknown-command',
): Problem[] {
	const found: Problem[] = [];
	let open: (Group & { readonly first: Problem }) | undefined;
	const close = (): void => {
		if (open) found.push(told(open.first, open));
		open = undefined;
	};
	for (const { problems, statement } of lines) {
		const [first] = problems;
		// A script whose header is missing: its end tag closes what is told here.
		if (open && statement.kind === 'end') {
			found.push(told(open.first, { ...open, endsSection: true }));
			open = undefined;
			continue;
		}
		if (first?.code === code && first.facts.replacement === undefined)
			open = { first: open?.first ?? first, until: statement.end, more: open ? open.more + 1 : 0 };
		else {
			close();
			for (const each of problems) found.push(each);
		}
	}
	close();
	return found;
}

function told(first: Problem, { until, more, endsSection = false }: Group): Problem {
	const hint =
		more === 0
			? ''
			: more === 1
				? ` ${t('Nor is the next line one.')}`
				: ` ${t('Nor are the next {more} lines any.', { more })}`;
	return { ...first, facts: { ...first.facts, hint, until, ...(endsSection ? { endsSection } : {}) } };
}
