import type { FinishedUnattend } from '../language/deployment/finishedUnattend';
import { diagnosticsJson } from './check/jsonReport';
import type { FileReport } from './check/report';

/** An unattend file as the installer of one server reads it. */
export interface ServerPreview {
	/** Name of the server in the values file, if it has one. */
	readonly server: string | undefined;
	/** Where the text was written to, as the person would name it. */
	readonly written?: string;
	readonly result: FinishedUnattend;
}

/** All previews of a file as JSON; positions are zero-based and in the source, as in LSP. */
export function previewJson(
	{ file, document }: Pick<FileReport, 'file' | 'document'>,
	previews: readonly ServerPreview[],
): string {
	const servers = previews.map(({ server, written, result }) => {
		const report = { file, document, diagnostics: result.sourceDiagnostics };
		return {
			server,
			written,
			text: result.text,
			macros: result.substitutions.map(({ macro: { name, start, end }, becomes }) => ({
				name,
				range: { start: document.positionAt(start), end: document.positionAt(end) },
				...('text' in becomes ? { text: becomes.text, origin: becomes.origin } : { unresolved: becomes.unresolved }),
			})),
			diagnostics: diagnosticsJson(report, [report]),
		};
	});
	return `${JSON.stringify({ file, servers }, undefined, 2)}\n`;
}
