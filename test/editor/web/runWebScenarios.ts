/** Runs the scenarios of VS Code for the Web, whose extension host is in a browser: they work on its window alone. */
import { mkdirSync } from 'node:fs';
import { judge, type Outcome, tell } from '../outcome';
import type { Report } from '../report';
import { runScenarios } from '../scenario';
import { declareGermanScenario, germanName } from './german.scenario';
import { declareStopsScenario, stopsName } from './stops.scenario';
import { declareWebScenario, webName } from './web.scenario';
import type { Missing, OpenWeb } from './webScenario';

export interface WebRun {
	/** Opens VS Code for the Web with these files; a reason where that cannot be. */
	readonly open: OpenWeb | Missing;
	readonly pictures: string;
	/** Parts of scenario names; empty runs all. */
	readonly only: readonly string[];
}

/** Milliseconds; the window is opened by the scenario itself. */
const limit = 150_000;

/** Whether one of them has this part of a name. */
export const isOfWeb = (part: string): boolean => [webName, germanName, stopsName].some(name => name.includes(part));

/** Runs them and prints each. */
export async function runWebScenarios({ open, pictures, only }: WebRun): Promise<Outcome> {
	mkdirSync(pictures, { recursive: true });
	process.env.XCLARITY_PICTURES = pictures;
	process.env.XCLARITY_SCENARIOS = only.join('\n');
	const reports: Report[] = [];
	const report = async (event: Report): Promise<void> => {
		reports.push(event);
		console.log(tell(event));
	};
	declareWebScenario(open);
	declareGermanScenario(open);
	declareStopsScenario(open);
	await runScenarios({ report, limit });
	const { outcome, problem } = judge(reports);
	if (problem !== undefined) console.log(`not ok  ${problem}`);
	return outcome;
}
