import { commands, type Disposable, window } from 'vscode';
import type { Simulator } from '../server/simulator/simulator';
import { t } from '../server/texts/texts';
import type { Log } from './log';
import { requireTrustedWorkspace } from './servers/connection';
import type { Credentials } from './servers/credentials';
import type { Servers } from './servers/servers';

/** A stand-in for the appliance inside this window, to try an upload with. */
export interface DemoSimulator extends Disposable {
	/** Starts it, unless it runs, and adds it as a server for this session. */
	start(): Promise<RunningSimulator>;
	stop(): Promise<void>;
}

export interface RunningSimulator {
	/** Id of the server that stands for it. */
	readonly server: string;
	readonly url: string;
	readonly fingerprint: string;
	/** How many requests it has answered so far. */
	readonly requests: number;
}

export interface SimulatorParts {
	readonly servers: Servers;
	readonly credentials: Credentials;
	readonly log: Log;
}

const serverId = 'simulator';

export function createDemoSimulator({ servers, credentials, log }: SimulatorParts): DemoSimulator {
	let running: { readonly simulator: Simulator; readonly server: Disposable } | undefined;

	const begin = async (): Promise<Simulator> => {
		requireTrustedWorkspace();
		const { startSimulator } = await import('../server/simulator/simulator');
		const simulator = await startSimulator({
			onRequest: ({ method, path, status }) => log.info(`Simulator: ${method} ${path} ${status}`),
		});
		credentials.keepForSession(serverId, simulator.password);
		const { url, user, fingerprint } = simulator;
		const server = servers.addForSession({ id: serverId, name: t('Simulator'), url, user, trust: { fingerprint } });
		running = { simulator, server };
		await commands.executeCommand('setContext', 'xclarity.simulatorRunning', true);
		log.info(`The simulator runs at ${url}`);
		void window.showInformationMessage(
			t('The simulator runs at {url}. You can choose it as a server until you stop it.', { url }),
		);
		return simulator;
	};
	const stop = async (): Promise<void> => {
		if (running === undefined) return;
		const { simulator, server } = running;
		running = undefined;
		server.dispose();
		await credentials.forget(serverId);
		await simulator.stop();
		await commands.executeCommand('setContext', 'xclarity.simulatorRunning', false);
		log.info('The simulator has stopped');
	};

	return {
		async start() {
			const { url, fingerprint, requests } = running?.simulator ?? (await begin());
			return { server: serverId, url, fingerprint, requests: requests.length };
		},
		stop,
		dispose: () => void stop(),
	};
}
