import type { Problem } from '../problem';

/** A way of writing that runs through a whole file: whoever has it, has it everywhere, and it is one mistake. */
const habits: Readonly<Partial<Record<Problem['code'], (problem: Problem) => string | undefined>>> = {
	'json-quotes': () => 'quotes',
	'json-unquoted-key': ({ facts }) => (/^[A-Za-z_$][\w$-]*$/.test(String(facts.key)) ? 'keys' : undefined),
	'json-white-space': () => 'blanks',
	'json-literal': ({ facts }) => formOf(String(facts.written)),
};

const formOf = (written: string): string | undefined => {
	if (/^(?:True|False|None)$/.test(written)) return 'Python';
	return /^(?:TRUE|FALSE|NULL|YES|NO)$/.test(written) ? 'capitals' : undefined;
};

/** The problem with the cause that it shares with others of its kind. */
export function withHabit(problem: Problem): Problem {
	const habit = habits[problem.code]?.(problem);
	return habit === undefined ? problem : { ...problem, cause: `${problem.code} ${habit}` };
}
