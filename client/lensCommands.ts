import { commands, Location, Position, Range, Uri } from 'vscode';

/** A place as LSP writes it. */
interface LspLocation {
	readonly uri: string;
	readonly range: { readonly start: LspPosition; readonly end: LspPosition };
}

interface LspPosition {
	readonly line: number;
	readonly character: number;
}

const positionOf = ({ line, character }: LspPosition): Position => new Position(line, character);

export const rangeOf = ({ start, end }: LspLocation['range']): Range => new Range(positionOf(start), positionOf(end));

/** Shows places in a peek view at a position, as the lenses of the language server ask for it. */
export async function showReferences(uri: string, at: LspPosition, places: readonly LspLocation[]): Promise<void> {
	const locations = places.map(place => new Location(Uri.parse(place.uri), rangeOf(place.range)));
	await commands.executeCommand('editor.action.showReferences', Uri.parse(uri), positionOf(at), locations);
}

/** Opens a file that the language server names, at a place of it if one is given. */
export async function showFile(uri: string, range?: LspLocation['range']): Promise<void> {
	const selection = range && rangeOf(range);
	await commands.executeCommand('vscode.open', Uri.parse(uri), { selection });
}
