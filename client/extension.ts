import type { ExtensionContext } from 'vscode';
import { registerCheckTasks } from './checkTasks';
import { type Sleeper, startAsleep } from './sleep/startAsleep';

let sleeper: Sleeper | undefined;

export function activate(context: ExtensionContext): void {
	context.subscriptions.push(registerCheckTasks(context.extensionPath));
	sleeper = startAsleep(context, async () => (await import('./loadClient')).loadClient(context));
}

export const deactivate = (): Promise<void> | undefined => sleeper?.stop();
