import { oncePerVersion } from '../../oncePerVersion';
import type { Parsed } from './checks/line/argumentChecks';
import { type Judged, judgeCommand } from './checks/line/commandChecks';
import type { Reading } from './reading';

/** Every command line judged, once per reading. */
export const judgedCommands = oncePerVersion((reading: Reading): readonly Judged[] =>
	reading.file.statements.filter(({ kind }) => kind === 'command').map(statement => judgeCommand(reading, statement)),
);

/** Command lines whose words the target release reads. */
export const parsedCommands = (reading: Reading): readonly Parsed[] =>
	judgedCommands(reading).flatMap(({ parsed }) => parsed ?? []);
