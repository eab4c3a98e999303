import { type Outcome, type RunOptions, start, xclarity } from './product';
import { isThorough } from './thorough';

/** Runs `xclarity` to its end: in this process, and with the evidence in one of its own, as a person does. */
export const runProgram = (args: readonly string[], options: RunOptions = {}): Promise<Outcome> =>
	isThorough ? start(args, options).finished : xclarity(args, options);
