import { hashPasswordCommand, repairCommand } from '../language/commandNames';

/** The commands that code actions of the core name and the server executes. */
export const serverCommands: readonly string[] = [hashPasswordCommand];

/** Links an unattend file with a configuration-settings file; our own client does that itself. */
export const linkCommand = 'xclarity.linkTo';

/** What the server executes for an editor without our client, which has commands of its own for it. */
export const clientCommands: readonly string[] = [linkCommand, repairCommand];
