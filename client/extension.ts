import type { ExtensionContext } from 'vscode';
import { registerCheckTasks } from './checkTasks';
import { createServerProcesses } from './serverProcesses';
import { type Sleeper, startAsleep } from './sleep/startAsleep';

let sleeper: Sleeper | undefined;

export function activate(context: ExtensionContext): void {
	const processes = createServerProcesses(context.extensionPath);
	context.subscriptions.push(registerCheckTasks(context.extensionPath), processes);
	sleeper = startAsleep(context, {
		begin: processes.startEarly,
		load: async () => (await import('./loadClient')).loadClient(context, processes),
	});
}

export const deactivate = (): Promise<void> | undefined => sleeper?.stop();
