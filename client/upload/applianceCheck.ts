import { type DiagnosticCollection, type Disposable, languages, Uri, window } from 'vscode';
import { type FilesToUploadResult, filesToUploadRequest } from '../../server/lsp/protocol';
import type { SettingsReport } from '../../server/rest/settingsReport';
import { t } from '../../server/texts/texts';
import { cancellable } from '../cancellable';
import { onServer, requireTrustedWorkspace } from '../servers/connection';
import type { Server } from '../servers/server';
import { checkMessage, macroDifference } from './checkMessage';
import { fileName } from './uploadMessages';
import type { UploadParts } from './uploadParts';

/** Has an appliance check configuration-settings files, and shows what it finds beside what we find. */
export interface ApplianceCheck extends Disposable {
	/** @throws {XClarityError} */
	run(parts: UploadParts, file: Uri, server: Server): Promise<void>;
}

export function createApplianceCheck(): ApplianceCheck {
	// The appliance's opinion is about the text that it was sent: it goes with the next change of that text.
	const collection: DiagnosticCollection = languages.createDiagnosticCollection('xclarity-appliance');

	return {
		async run(parts, file, server) {
			requireTrustedWorkspace();
			const found = await parts.languageServer.request<FilesToUploadResult>(filesToUploadRequest, {
				uri: file.toString(),
			});
			const config = found.file?.imageType === 'CONFIG' ? found.file : found.config;
			if (config === undefined) {
				void window.showWarningMessage(
					t('{file} is not a configuration-settings file and is linked with none; an appliance checks only these.', {
						file: fileName(file.toString()),
					}),
				);
				return;
			}
			const uri = Uri.parse(config.uri);
			const report = await ask(parts, server, config);
			const { diagnostics, macros } = await parts.languageServer.applianceReport({
				uri: config.uri,
				faults: report.errorReport,
				countedIn: report.countedIn,
			});
			for (const diagnostic of diagnostics) Object.assign(diagnostic, { source: server.name });
			collection.set(uri, diagnostics);
			if (diagnostics.length > 0) await window.showTextDocument(uri, { preview: false });
			const difference = macroDifference(report.customMacros, macros);
			const { message, lines } = checkMessage({
				file: fileName(config.uri),
				server: server.name,
				faults: report.errorReport.length,
				difference,
			});
			for (const line of [message, ...lines]) parts.log.info(line);
			const show =
				report.errorReport.length + lines.length > 0 ? window.showWarningMessage : window.showInformationMessage;
			void show(message, t('Show log')).then(answer => answer && parts.log.show());
		},
		dispose: () => collection.dispose(),
	};
}

function ask({ credentials, log }: UploadParts, server: Server, file: { readonly uri: string; readonly text: string }) {
	const title = t('Checking {file} on {server}', { file: fileName(file.uri), server: server.name });
	return cancellable(
		title,
		(signal): Promise<SettingsReport> =>
			onServer(server, { credentials, log, signal }, client => client.validateSettings(file.text)),
	);
}
