import type { RequestRecord } from '../../server/simulator/requestLog';
import { applianceNamed } from './applianceNamed';
import type { Cell } from './cell';
import { listProves } from './checkedCase';
import { violationsOf } from './invariants';
import type { CommandOutcome } from './runCommand';
import { type Scenario, scenarioNamed } from './scenarios';
import { theirActs } from './theirActs';
import { openWorld } from './world';

/** What came of a cell. */
export interface CellResult {
	/** Empty when everything that is promised holds. */
	readonly violations: readonly string[];
	/** Requests of the first run. */
	readonly requests: readonly Pick<RequestRecord, 'method' | 'path'>[];
	readonly outcomes: readonly CommandOutcome[];
}

/** Runs the command of the scenario under the fault and with the act, then once more without; checks both. */
export async function runCell(cell: Cell): Promise<CellResult> {
	const scenario = scenarioNamed(cell.scenario);
	const { dialect, fault, act } = cell;
	const world = await openWorld(dialect);
	try {
		for (const step of scenario.before) {
			const { outcome } = await world.run(step);
			if (outcome.code !== 0 && isImpossible(scenario, dialect))
				return { violations: [], requests: [], outcomes: [outcome] };
			if (outcome.code !== 0) {
				return { violations: [`1st run: begin: ${outcome.text.trim()}`], requests: [], outcomes: [outcome] };
			}
		}
		const [name = '', when = '', at = ''] = act?.split(/@|(?=#)/) ?? [];
		const acts = (theirActs(scenario)[name] ?? []).map(deed => ({ [when]: at, ...deed }));
		const { workspace, command } = scenario;
		const first = await world.run({ workspace, command, fault, acts });
		const second = await world.run({ workspace, command: first.command });
		const begun = first.before.history.length;
		const isAlone = act === undefined;
		const common = { scenario, dialect, begun };
		const isQuiet = isAlone && fault === undefined;
		const undisturbed = isAlone && !isImpossible(scenario, dialect) ? 'success' : 'success or conflict';
		const checks = [
			{ ...common, run: first, expected: isQuiet ? undisturbed : 'anything' },
			{
				...common,
				run: second,
				tellsOfKilled: first.outcome.code === -1,
				expected: fault === undefined || isProvable(dialect) ? undisturbed : 'success or conflict',
			},
		] as const;
		const violations = checks.flatMap((check, index) =>
			violationsOf(check).map(text => `${index === 0 ? '1st' : '2nd'} run: ${text}`),
		);
		return { violations, requests: first.records, outcomes: [first.outcome, second.outcome] };
	} finally {
		await world.close();
	}
}

/** After an answer that was lost, the list of this appliance proves whether a file is ours; others leave a conflict. */
const isProvable = (dialect: string): boolean => listProves(applianceNamed(dialect).switches);

/** The appliance of this dialect cannot do what the scenario asks for. */
function isImpossible({ impossibleWith = {} }: Scenario, dialect: string): boolean {
	const { switches } = applianceNamed(dialect);
	return Object.entries(impossibleWith).some(([name, value]) => Object(switches)[name] === value);
}
