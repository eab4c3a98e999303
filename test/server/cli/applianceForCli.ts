import type { TestContext } from 'node:test';
import { type SimulatorOptions, startSimulator } from '../../../server/simulator/simulator';
import { folder, type Outcome, type RunOptions, xclarity } from '../../support/product';
import { isPlain } from '../../support/thorough';

/** A simulator, and the terminal tool with a memory of its own, both gone after the test. */
export async function applianceForCli(context: Pick<TestContext, 'after'>, options: SimulatorOptions = {}) {
	const simulator = await startSimulator({ jobMilliseconds: 0, isPlain, ...options });
	context.after(() => simulator.stop());
	const state = folder(context, {});
	const server = ['--server', simulator.url, '--user', simulator.user, '--fingerprint', simulator.fingerprint];
	const environment = {
		XCLARITY_PASSWORD: simulator.password,
		XCLARITY_STATE: state,
		XCLARITY_SERVERS: `${state}/none.json`,
	};
	/** Runs a command against the simulator. */
	const run = (args: readonly string[], { environment: more, ...rest }: RunOptions = {}): Promise<Outcome> =>
		xclarity([...args, ...server], { ...rest, environment: { ...environment, ...more } });
	return { simulator, server, environment, state, run };
}

interface Listed {
	readonly id: string;
	readonly name: string;
	readonly associatedFileId?: string;
}

/** `name -> name of its partner` in what `list --json` prints, sorted. */
export function linksIn(stdout: string): string[] {
	const { unattends, configs }: { readonly unattends: Listed[]; readonly configs: Listed[] } = JSON.parse(stdout);
	const all = [...unattends, ...configs];
	return all
		.map(
			({ name, associatedFileId }) => `${name} -> ${all.find(({ id }) => id === associatedFileId)?.name ?? 'nothing'}`,
		)
		.sort();
}
