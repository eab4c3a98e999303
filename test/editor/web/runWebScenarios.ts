/** Runs the scenarios of VS Code for the Web, whose extension host is in a browser: they work on its window alone. */
import { mkdirSync } from 'node:fs';
import { judge, type Outcome, tell } from '../outcome';
import type { Report } from '../report';
import { runScenarios } from '../scenario';
import { declareWebScenario, type OpenWeb, webScenario } from './web.scenario';

export interface WebRun {
	/** Opens VS Code for the Web with these files; a reason where that cannot be. */
	readonly open: OpenWeb | { readonly reason: string };
	readonly pictures: string;
}

/** Milliseconds; the window is opened by the scenario itself. */
const limit = 150_000;

/** Whether one of them has this part of a name. */
export const isOfWeb = (part: string): boolean => webScenario.includes(part);

/** Runs them and prints each. */
export async function runWebScenarios({ open, pictures }: WebRun): Promise<Outcome> {
	mkdirSync(pictures, { recursive: true });
	process.env.XCLARITY_PICTURES = pictures;
	const reports: Report[] = [];
	const report = async (event: Report): Promise<void> => {
		reports.push(event);
		console.log(tell(event));
	};
	declareWebScenario(open);
	await runScenarios({ report, limit });
	const { outcome, problem } = judge(reports);
	if (problem !== undefined) console.log(`not ok  ${problem}`);
	return outcome;
}
