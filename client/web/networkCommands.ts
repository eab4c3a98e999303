import { commands, type Disposable, window } from 'vscode';
import { t } from '../../server/texts/texts';
import { networkCommandIds } from '../commandIds';

const reason = (): string =>
	t(
		'A browser cannot connect to an appliance, so nothing is uploaded from here, and no server and no simulator can be used. Open this folder in VS Code on a computer, or in a remote window.',
	);

/** Menus leave these commands out; whoever calls one all the same, by a key binding or a link, is told why it is off. */
export const registerNetworkCommands = (): Disposable[] =>
	networkCommandIds.map(id => commands.registerCommand(id, () => window.showInformationMessage(reason())));
