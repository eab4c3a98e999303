import {
	CodeLens,
	type Disposable,
	type Event,
	Location,
	languages,
	Position,
	Range,
	type TextDocument,
	type Uri,
} from 'vscode';
import type { FinishedFileResult } from '../../server/lsp/protocol';
import { t } from '../../server/texts/texts';
import { sourcePosition } from './sourcePosition';

/** A finished file as it is shown, and what it was made from. */
export interface ShownFinished {
	readonly source: Uri;
	readonly result: FinishedFileResult;
	/** It shows values as entities of XML. */
	readonly escapesXml: boolean;
}

/** What a person can do in a finished file: go to its source, and see how values are put into XML. */
export function finishedReading(
	scheme: string,
	shownIn: (document: TextDocument) => ShownFinished | undefined,
	madeAnew: Event<void>,
): Disposable[] {
	return [
		languages.registerDefinitionProvider(
			{ scheme },
			{
				provideDefinition(document, position) {
					const shown = shownIn(document);
					return shown && new Location(shown.source, sourceOf(shown, position));
				},
			},
		),
		languages.registerCodeLensProvider(
			{ scheme },
			{
				onDidChangeCodeLenses: madeAnew,
				provideCodeLenses(document) {
					const shown = shownIn(document);
					if (!shown || !/^\uFEFF?\s*</.test(shown.result.text)) return [];
					const title = shown.escapesXml
						? t('Values are shown with &, < and > as entities of XML; what an appliance does is not known')
						: t('Values are shown as they were entered, also in XML; what an appliance does is not known');
					const command = 'workbench.action.openSettings';
					return [new CodeLens(new Range(0, 0, 0, 0), { title, command, arguments: ['xclarity.preview.escapeXml'] })];
				},
			},
		),
	];
}

/** The place in the source for one in the finished file. */
export function sourceOf({ result }: Pick<ShownFinished, 'result'>, { line, character }: Position): Position {
	const found = sourcePosition(result, { line, character });
	return new Position(found.line, found.character);
}
