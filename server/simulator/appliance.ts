import type { ConfigOpinion } from './configOpinion';
import type { Repository } from './repository';
import type { Sessions } from './sessions';
import type { Switches } from './switches';
import type { User } from './users';

/** What every handler works on: one appliance, as it is set up and as it stands. */
export interface Appliance {
	readonly switches: Switches;
	readonly users: readonly User[];
	readonly sessions: Sessions;
	readonly repository: Repository;
	/** How long an import takes. */
	readonly jobMilliseconds: number;
	readonly validateConfig: (text: string) => ConfigOpinion;
	/** Milliseconds since 1970. */
	now(): number;
}
