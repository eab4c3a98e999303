import type { TextDocument } from 'vscode-languageserver-textdocument';
import { declaredMacros } from '../language/config/customMacros';
import type { Answers } from '../language/deployment/answers';
import { deployForm, type FormEntry, type FormField, type FormGroup } from '../language/deployment/deployForm';
import { answerFaults } from '../language/deployment/deployment';
import { faultSentence } from '../language/deployment/faultSentence';
import { valuesFile, valuesFileOf } from '../language/deployment/valuesFile';
import { writeValues } from '../language/deployment/writeValues';
import { fileName } from '../workspace/fileUri';
import { valuesFilesOf } from '../workspace/valuesFiles';
import type { Workspace } from '../workspace/workspace';
import type {
	CheckAnswersParams,
	CheckAnswersResult,
	DeployFormResult,
	EnteredAnswers,
	ShownEntry,
	ShownField,
	ShownGroup,
} from './protocol';

async function configDocument(workspace: Workspace, uri: string): Promise<TextDocument | undefined> {
	const document = await workspace.document(uri);
	return document && (await workspace.kindOf(document)) === 'config' ? document : undefined;
}

/** The answer to `xclarity/deployForm`; `null` when the file is no configuration-settings file. */
export async function shownForm(workspace: Workspace, uri: string): Promise<DeployFormResult | null> {
	const document = await configDocument(workspace, uri);
	if (!document) return null;
	const macros = declaredMacros(document);
	const { common, perServer } = deployForm(macros);
	return {
		common: common.map(shownEntry),
		perServer: perServer.map(shownEntry),
		isWhole: macros.isWhole ?? true,
		valuesUri: valuesFileOf(uri),
		valuesFiles: (await valuesFilesOf(workspace, uri)).map(file => ({
			uri: file.uri,
			name: fileName(file.uri),
			answers: entered(valuesFile(file).answers),
		})),
	};
}

const entered = ({ common, predefined, servers }: Answers): EnteredAnswers => ({
	common,
	predefined,
	servers: servers.map(server => ({ name: server.name, values: server.values, predefined: server.predefined })),
});

function shownEntry(entry: FormEntry): ShownEntry {
	if (entry.kind !== 'list') return shownElement(entry);
	const { kind, element, min, max, initial } = entry;
	return {
		kind,
		...shownSetting(entry),
		element: shownElement(element),
		min,
		max,
		initial,
	};
}

function shownElement(entry: FormField | FormGroup): ShownField | ShownGroup {
	if (entry.kind === 'group')
		return { kind: entry.kind, ...shownSetting(entry), entries: entry.entries.map(shownEntry) };
	const { kind, setting, input, isRequired } = entry;
	return {
		kind,
		...shownSetting(entry),
		input,
		isRequired,
		default: setting.value ?? '',
		choices: setting.choices ?? [],
	};
}

const shownSetting = ({ name, setting }: FormEntry) => ({
	name,
	label: setting.label ?? name,
	help: setting.description,
	range: setting.range,
});

/** The answer to `xclarity/checkAnswers`. The file's own expressions are tried here, within their bound. */
export async function checkAnswers(
	workspace: Workspace,
	{ uri, answers: { common, predefined, servers } }: CheckAnswersParams,
): Promise<CheckAnswersResult | null> {
	const document = await configDocument(workspace, uri);
	if (!document) return null;
	const answers: Answers = {
		common,
		predefined,
		servers: servers.map((server, index) => ({
			name: server.name,
			values: server.values,
			predefined: server.predefined,
			path: ['servers', index, 'values'],
		})),
	};
	return {
		faults: answerFaults(deployForm(declaredMacros(document)), answers).map(fault => ({
			path: fault.path,
			sentence: faultSentence(fault),
		})),
		text: writeValues(fileName(uri), answers),
	};
}
