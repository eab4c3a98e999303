import type { Parsed } from './checks/line/argumentChecks';
import { type Judged, judgeCommand } from './checks/line/commandChecks';
import type { Reading } from './reading';

const judgements = new WeakMap<Reading, readonly Judged[]>();

/** Every command line judged, once per reading. */
export function judgedCommands(reading: Reading): readonly Judged[] {
	const known = judgements.get(reading);
	if (known) return known;
	const judged = reading.file.statements
		.filter(({ kind }) => kind === 'command')
		.map(statement => judgeCommand(reading, statement));
	judgements.set(reading, judged);
	return judged;
}

/** Command lines whose words the target release reads. */
export const parsedCommands = (reading: Reading): readonly Parsed[] =>
	judgedCommands(reading).flatMap(({ parsed }) => parsed ?? []);
