/** What VS Code loads as the extension's tests. */
import './scenarios/activation.scenario';
import './scenarios/authoring.scenario';
import './scenarios/reading.scenario';
import './scenarios/rules.scenario';
import './scenarios/typing.scenario';
import './scenarios/upload.scenario';
import './scenarios/plan.scenario';
import './scenarios/trust.scenario';
import './scenarios/view.scenario';
import './scenarios/repair.scenario';
import './scenarios/glance.scenario';
import './scenarios/imports.scenario';
import './scenarios/preview.scenario';
import './scenarios/dialog.scenario';
import './scenarios/map.scenario';
import './scenarios/terminal.scenario';
import './scenarios/turnIntoPair.scenario';
import './scenarios/virtual.scenario';
// Last: a server that these have stopped is not the reason for what fails elsewhere.
import './scenarios/crashes.scenario';
import { runScenarios } from './scenario';
import { hands, report } from './stage';
import { tidy } from './tidy';

/** Runs every scenario. Failures are told to the starter of the run, which judges by them. */
export const run = (): Promise<void> =>
	runScenarios({
		report,
		tidy,
		evidence: name => hands('evidence', name),
		times: Number(process.env.XCLARITY_TIMES ?? 1),
	});
