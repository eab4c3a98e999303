/**
 * Text of others (a server, a file name) for a notification: VS Code would make a link of `[words](command:…)`, and a
 * click would run the command.
 */
export const plainText = (text: string): string => text.replaceAll('](', '] (');
