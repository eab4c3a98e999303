/** A simulator that scenarios upload to, known to VS Code as a server of the user's settings. */
import * as vscode from 'vscode';
import { withSession } from '../../server/rest/withSession';
import { type Simulator, type SimulatorOptions, startSimulator } from '../../server/simulator/simulator';
import { afterwards } from './scenario';
import { hands } from './stage';

export const serverName = 'Lab appliance';

export interface ApplianceOptions extends SimulatorOptions {
	/** Pinned instead of the right one. */
	readonly fingerprint?: string;
}

const settings = (): vscode.WorkspaceConfiguration => vscode.workspace.getConfiguration('xclarity');

let appliances = 0;

interface Address extends Pick<Simulator, 'url' | 'user' | 'fingerprint'> {}

/** Puts a server into the settings under a new id, so that no scenario finds the password of another. */
export async function addToSettings({ url, user, fingerprint }: Address): Promise<string> {
	appliances += 1;
	// Not by the port, which a later one may get again.
	const id = `lab-${appliances}`;
	const server = { id, name: serverName, url, user, trust: { fingerprint } };
	await settings().update('servers', [server], vscode.ConfigurationTarget.Global);
	afterwards(async () => {
		await settings().update('servers', undefined, vscode.ConfigurationTarget.Global);
	});
	return id;
}

/** Starts one and puts it into the settings. */
export async function startAppliance({
	fingerprint,
	...options
}: ApplianceOptions = {}): Promise<Simulator & { readonly id: string }> {
	const simulator = await startSimulator(options);
	afterwards(() => simulator.stop());
	const { url, user } = simulator;
	const id = await addToSettings({ url, user, fingerprint: fingerprint ?? simulator.fingerprint });
	return { ...simulator, id };
}

/** Opens the view with the lines of the appliance in it, after a sign-in; `again`: the password is known already. */
export async function openSignedIn(appliance: Simulator, { again = false } = {}): Promise<void> {
	await vscode.commands.executeCommand('xclarity.showServers');
	const done = vscode.commands.executeCommand('xclarity.signIn');
	if (!again) await hands('answer', `Password for ${serverName}`, appliance.password);
	await done;
	await openView(appliance);
}

/** Opens the view and the lines of the appliance in it. */
export async function openView({ url }: Simulator): Promise<void> {
	await vscode.commands.executeCommand('xclarity.showServers');
	await hands('enlargeView');
	// By its address: for a moment the line of the scenario before may stand there, under the same name.
	await hands('expand', new URL(url).host);
}

/** What is stored on it, as its own interface tells. */
export async function stored({ url, fingerprint, user, password }: Simulator) {
	const server = { url, trust: { kind: 'fingerprint', sha256: fingerprint } } as const;
	const { configs, unattends } = await withSession(server, { user, password }, {}, client => client.osImages());
	return { configs, unattends };
}
