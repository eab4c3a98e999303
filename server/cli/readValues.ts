import path from 'node:path';
import { type Answers, noAnswers } from '../language/deployment/answers';
import { valuesFile } from '../language/deployment/valuesFile';
import { languageFor } from '../language/languageService';
import type { Workspace } from '../workspace/workspace';
import { isError } from './check/report';
import { textReport } from './check/textReport';
import { uriOf } from './findFiles';
import type { Terminal } from './terminal';
import { UsageError } from './usageError';

/** What a values file says. */
export interface Values {
	readonly answers: Answers;
	/** URI of the configuration-settings file that it answers. */
	readonly config: string | undefined;
	/** Something in it is wrong; it was told. */
	readonly hasErrors: boolean;
}

export const noValues: Values = { answers: noAnswers, config: undefined, hasErrors: false };

/**
 * Reads a values file and tells what is wrong with it.
 * @throws {UsageError} when it cannot be read
 */
export async function readValues(workspace: Workspace, file: string, terminal: Terminal): Promise<Values> {
	const document = await workspace.document(uriOf(path.resolve(terminal.cwd, file)));
	if (!document) throw new UsageError(`${file} cannot be read: it is no regular file, or larger than 16 MiB.`);
	const context = await workspace.contextOf(document, 'values', { severities: {} });
	const diagnostics = languageFor('values').validate(document, context);
	if (diagnostics.length > 0) terminal.note(textReport({ reports: [{ file, document, diagnostics }] }));
	return {
		answers: valuesFile(document).answers,
		config: context.link.config?.uri,
		hasErrors: diagnostics.some(isError),
	};
}
