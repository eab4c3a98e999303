import { TextDocument } from 'vscode-languageserver-textdocument';
import { noAnswers } from '../language/deployment/answers';
import { applianceValues } from '../language/deployment/applianceValues';
import type { Substitution } from '../language/deployment/finishedFile';
import { valuesFile } from '../language/deployment/valuesFile';
import { describeEntry } from '../language/deployment/valuesHover';
import { finish } from '../language/languageService';
import { fileName } from '../workspace/fileUri';
import { valuesFilesOf } from '../workspace/valuesFiles';
import type { Workspace } from '../workspace/workspace';
import type { FinishedFileParams, FinishedFileResult } from './protocol';
import type { subjectFinder } from './subjects';

type Find = ReturnType<typeof subjectFinder>;

/** The answer to `xclarity/finishedFile`; `null` when the file is no unattend file. */
export async function finishedFile(
	find: Find,
	workspace: Workspace,
	{ uri, values: chosen, server = 0, escapesXml = false, appliance }: FinishedFileParams,
): Promise<FinishedFileResult | null> {
	const subject = await find(uri);
	if (!subject || subject.unread) return null;
	const { document, kind, context } = subject;
	const config = context.link.config;
	const valuesFiles = config ? await valuesFilesOf(workspace, config.uri) : [];
	const used = valuesFiles.find(file => file.uri === chosen) ?? valuesFiles[0];
	const answers = used ? valuesFile(used).answers : noAnswers;
	const finished = finish(kind, document, context, {
		answers,
		server,
		escapesXml,
		...(appliance ? { appliance: applianceValues(appliance, answers, server) } : {}),
	});
	if (!finished) return null;
	const result = TextDocument.create(uri, document.languageId, 1, finished.text);
	return {
		text: finished.text,
		languageId: document.languageId,
		substitutions: finished.substitutions.map(each => substitution(document, result, each, config?.uri)),
		diagnostics: finished.diagnostics,
		values: used?.uri,
		choices: valuesFiles.map(file => ({
			uri: file.uri,
			name: fileName(file.uri),
			servers: valuesFile(file).answers.servers.map(({ name }, index) => name ?? `server${index + 1}`),
		})),
	};
}

function substitution(
	document: TextDocument,
	result: TextDocument,
	{ macro, becomes, start, end }: Substitution,
	config: string | undefined,
): FinishedFileResult['substitutions'][number] {
	const { setting } = becomes;
	return {
		range: { start: result.positionAt(start), end: result.positionAt(end) },
		source: { start: document.positionAt(macro.start), end: document.positionAt(macro.end) },
		macro: macro.name,
		origin: 'origin' in becomes ? becomes.origin : 'unresolved',
		...(setting && config !== undefined
			? { setting: { uri: config, range: setting.nameRange, description: describeSetting(setting) } }
			: {}),
	};
}

const describeSetting = (setting: NonNullable<Substitution['becomes']['setting']>): string =>
	describeEntry({ kind: 'group', name: setting.name, setting, entries: [] });
