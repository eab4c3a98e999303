import type { AST } from '@eslint-community/regexpp';
import { hasChar, isWordChar } from './charSet';
import { compileRegex, type Program } from './regexProgram';

/** `gave-up`: the answer would take more steps than allowed. */
export type MatchResult = 'match' | 'no-match' | 'gave-up';

/** Steps left; shared by the parts of one trial. */
export interface Budget {
	steps: number;
}

/** Steps for one trial: some milliseconds. */
const defaultSteps = 100_000;

/** No bound of its own: for callers that try one expression. */
export const unmetered = (): Budget => ({ steps: Number.POSITIVE_INFINITY });

/** Tells whether an expression matches somewhere in a text. */
export type Matcher = (text: string, meter?: Budget) => MatchResult;

/**
 * Makes an expression ready for trials. Each is synchronous, never throws, and is bounded by the steps of one trial
 * and by what is left in `meter`, from which the steps taken are deducted.
 */
export function createMatcher(pattern: AST.Pattern): Matcher {
	const program = compileRegex(pattern, 'match');
	if (!program) return () => 'gave-up';
	return (text, meter = unmetered()) =>
		metered(meter, defaultSteps, budget => {
			for (let start = 0; start <= text.length; start++) {
				const result = runProgram(program, { text, start }, budget);
				if (result !== 'no-match') return result;
			}
			return 'no-match';
		});
}

/** Runs a trial with at most `most` steps and deducts those taken from `meter`. */
export function metered<T>(meter: Budget, most: number, trial: (budget: Budget) => T): T {
	const given = Math.max(0, Math.min(most, meter.steps));
	const budget = { steps: given };
	const result = trial(budget);
	meter.steps -= given - Math.max(0, budget.steps);
	return result;
}

/** A state to come back to when the present one fails. Registers are copied before they change. */
interface State {
	readonly pc: number;
	readonly at: number;
	readonly registers: readonly number[];
}

interface Trial {
	readonly text: string;
	readonly start: number;
	/** A match counts only when it ends here. */
	readonly end?: number;
	readonly registers?: readonly number[];
}

/** Runs a program from one start; its backtracking lies on a stack of our own. */
export function runProgram(program: Program, trial: Trial, budget: Budget): MatchResult {
	const { text } = trial;
	const open: State[] = [{ pc: 0, at: trial.start, registers: trial.registers ?? [] }];
	for (let state = open.pop(); state; state = open.pop()) {
		let { pc, at, registers } = state;
		running: for (;;) {
			if (budget.steps-- <= 0) return 'gave-up';
			const step = program[pc++];
			switch (step?.op) {
				case 'char':
					if (at >= text.length || !hasChar(step.set, text.charCodeAt(at))) break running;
					at++;
					break;
				case 'split':
					open.push({ pc: step.second, at, registers });
					pc = step.first;
					break;
				case 'jump':
					pc = step.to;
					break;
				case 'edge':
					if (at !== (step.kind === 'start' ? 0 : text.length)) break running;
					break;
				case 'word':
					if (isWordEdge(text, at) === step.negate) break running;
					break;
				case 'save':
					registers = [...registers];
					(registers as number[])[step.register] = at;
					break;
				case 'progress':
					if (registers[step.register] === at) break running;
					break;
				case 'again': {
					const captured = text.slice(registers[step.from] ?? 0, registers[step.to] ?? 0);
					if (!text.startsWith(captured, at)) break running;
					at += captured.length;
					break;
				}
				case 'look': {
					const result = step.behind
						? lookBehind(step.program, { text, start: at, registers }, budget)
						: runProgram(step.program, { text, start: at, registers }, budget);
					if (result === 'gave-up') return result;
					if ((result === 'match') === step.negate) break running;
					break;
				}
				case 'match':
					if (trial.end === undefined || trial.end === at) return 'match';
					break running;
				default:
					break running;
			}
		}
	}
	return 'no-match';
}

function lookBehind(program: Program, trial: Trial, budget: Budget): MatchResult {
	for (let start = trial.start; start >= 0; start--) {
		const result = runProgram(program, { ...trial, start, end: trial.start }, budget);
		if (result !== 'no-match') return result;
	}
	return 'no-match';
}

function isWordEdge(text: string, at: number): boolean {
	const isWord = (index: number): boolean => index >= 0 && index < text.length && isWordChar(text.charCodeAt(index));
	return isWord(at - 1) !== isWord(at);
}
