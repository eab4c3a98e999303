import type { Problem } from '../problem';

/** A way of writing that runs through a whole file: whoever has it, has it everywhere, and it is one mistake. */
const habits: Readonly<Partial<Record<Problem['code'], (problem: Problem) => string | undefined>>> = {
	'json-quotes': () => 'quotes',
	'json-unquoted-key': ({ facts }) => (/^[A-Za-z_$][\w$-]*$/.test(String(facts.key)) ? 'keys' : undefined),
	'json-white-space': () => 'blanks',
	'json-wrong-separator': ({ facts }) => `${facts.written} for ${facts.expected}`,
	'json-literal': ({ facts }) => formOf(String(facts.written)),
};

const formOf = (written: string): string | undefined => {
	if (/^(?:True|False|None)$/.test(written)) return 'Python';
	return /^(?:TRUE|FALSE|NULL|YES|NO)$/.test(written) ? 'capitals' : undefined;
};

/** The problems with the causes that they share with others of their kind. */
export function withHabits(problems: readonly Problem[]): Problem[] {
	const keys = new Map<number, string>();
	return problems.map(problem => {
		const habit = habits[problem.code]?.(problem);
		// Who leaves the quotation marks out of a key leaves them out of its value.
		const cause = habit === undefined ? undefined : `${problem.code} ${habit}`;
		if (problem.code === 'json-unquoted-key' && cause !== undefined) keys.set(problem.end, cause);
		const ofKey = problem.code === 'json-unquoted-value' ? keys.get(Number(problem.facts.keyEnd)) : undefined;
		return cause === undefined && ofKey === undefined ? problem : { ...problem, cause: cause ?? ofKey ?? '' };
	});
}
