import type { ExtensionContext } from 'vscode';
import { type Sleeper, startAsleep } from './sleep/startAsleep';

let sleeper: Sleeper | undefined;

export function activate(context: ExtensionContext): void {
	sleeper = startAsleep(context, async () => (await import('./loadClient')).loadClient(context));
}

export const deactivate = (): Promise<void> | undefined => sleeper?.stop();
