import { fileURLToPath } from 'node:url';
import { type Answers, noAnswers } from '../language/deployment/answers';
import { valuesFile } from '../language/deployment/valuesFile';
import { languageFor } from '../language/languageService';
import type { Workspace } from '../workspace/workspace';
import { isError } from './check/report';
import { textReport } from './check/textReport';
import { readDocument } from './readDocument';
import type { Terminal } from './terminal';

/** What a values file says. */
export interface Values {
	readonly answers: Answers;
	/** URI of the configuration-settings file that it answers. */
	readonly config: string | undefined;
	/** Paths of the files that were read for it. */
	readonly read: readonly string[];
	/** Something in it is wrong; it was told. */
	readonly hasErrors: boolean;
}

export const noValues: Values = { answers: noAnswers, config: undefined, read: [], hasErrors: false };

/**
 * Reads a values file and tells what is wrong with it.
 * @throws {UsageError} when it cannot be read
 */
export async function readValues(workspace: Workspace, file: string, terminal: Terminal): Promise<Values> {
	const document = await readDocument(workspace, file, terminal.cwd);
	const context = await workspace.contextOf(document, 'values', { severities: {} });
	const diagnostics = languageFor('values').validate(document, context);
	if (diagnostics.length > 0) terminal.note(textReport({ reports: [{ file, document, diagnostics }] }));
	return {
		answers: valuesFile(document).answers,
		config: context.link.config?.uri,
		read: [fileURLToPath(document.uri)],
		hasErrors: diagnostics.some(isError),
	};
}
