import {
	type CancellationToken,
	type Connection,
	type DocumentDiagnosticReport,
	LSPErrorCodes,
	type PreviousResultId,
	ResponseError,
	type WorkspaceDocumentDiagnosticReport,
} from 'vscode-languageserver';
import type { Diagnostic } from 'vscode-languageserver-types';
import { canonicalUri } from '../workspace/fileUri';
import { othersFirst } from '../workspace/othersFirst';
import type { Workspace } from '../workspace/workspace';
import type { Find } from './ask';
import { shownReports } from './shownReports';

interface Result {
	/** The same for the same diagnostics. */
	readonly resultId: string;
	readonly version: number | null;
	readonly items: Diagnostic[];
}

/** Answers editors that ask for diagnostics, of one document or of all files of ours. */
export class PulledDiagnostics {
	readonly #find: Find;
	readonly #workspace: Workspace;
	/** Of the files below the workspace folders, until something changes: editors ask every few seconds. */
	readonly #kept = new Map<string, Result>();

	constructor(find: Find, workspace: Workspace) {
		this.#find = find;
		this.#workspace = workspace;
	}

	/** @param isWatching whether the editor tells when files change; without, no answer is kept */
	register(connection: Connection, isWatching: () => boolean): void {
		const { diagnostics } = connection.languages;
		diagnostics.on(async ({ textDocument, previousResultId }) =>
			reportOf(await this.#check(textDocument.uri), previousResultId),
		);
		diagnostics.onWorkspace(async ({ previousResultIds }, token) => {
			if (!isWatching()) this.forget();
			return { items: await this.#all(previousResultIds, token) };
		});
	}

	/** Something changed: all answers may be others now. */
	forget(): void {
		this.#kept.clear();
	}

	async #check(uri: string): Promise<Result> {
		const subject = await this.#find(uri);
		const items = subject ? shownReports(subject.language.validate(subject.document, subject.context)) : [];
		const resultId = await digestOf(JSON.stringify(items));
		// What was read from the disk has version 0, which no editor knows.
		return { resultId, version: subject?.document.version || null, items };
	}

	async #all(
		previous: readonly PreviousResultId[],
		token: CancellationToken,
	): Promise<WorkspaceDocumentDiagnosticReport[]> {
		const before = new Map(previous.map(({ uri, value }) => [canonicalUri(uri), { uri, value }]));
		const reports: WorkspaceDocumentDiagnosticReport[] = [];
		// What the editor knows of a file that has gone is taken away by an empty answer.
		const ours = (await this.#workspace.ourFiles()).map(({ uri }) => uri);
		for (const key of new Set([...ours, ...before.keys()])) {
			if (token.isCancellationRequested) throw new ResponseError(LSPErrorCodes.RequestCancelled, 'cancelled');
			const result = this.#kept.get(key) ?? (await this.#check(key));
			this.#kept.set(key, result);
			const known = before.get(key);
			reports.push({ uri: known?.uri ?? key, version: result.version, ...reportOf(result, known?.value) });
			// What the person does meanwhile comes first.
			await othersFirst();
		}
		return reports;
	}
}

async function digestOf(text: string): Promise<string> {
	const digest = await crypto.subtle.digest('SHA-1', new TextEncoder().encode(text));
	return Array.from(new Uint8Array(digest), byte => byte.toString(16).padStart(2, '0')).join('');
}

const reportOf = ({ resultId, items }: Result, previous: string | undefined): DocumentDiagnosticReport =>
	resultId === previous ? { kind: 'unchanged', resultId } : { kind: 'full', resultId, items };
