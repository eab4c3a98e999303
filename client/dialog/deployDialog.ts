import {
	type Disposable,
	type Position,
	Range,
	TextEditorRevealType,
	Uri,
	ViewColumn,
	window,
	workspace,
} from 'vscode';
import {
	type CheckAnswersParams,
	type CheckAnswersResult,
	checkAnswersRequest,
	type DeployFormResult,
	deployFormRequest,
} from '../../server/lsp/protocol';
import { commandIds } from '../commandIds';
import { reportFailure } from '../failure';
import type { LanguageServer } from '../languageServer';
import type { Log } from '../log';
import type { FromPage, ToPage } from './dialogMessages';
import { dialogPage } from './dialogPage';
import { chooseValuesFile, saveValuesFile } from './dialogValues';
import { settingAt } from './settingAt';
import { askedAnswers, noTypedAnswers, withServers } from './typedAnswers';

export interface DialogParts {
	readonly server: LanguageServer;
	readonly log: Log;
	/** Where the extension is installed. */
	readonly extension: Uri;
}

/** The dialog of one configuration-settings file, in a tab of its own. It keeps what was typed until it is closed. */
export interface DeployDialog extends Disposable {
	show(): void;
	/** The file has changed. */
	follow(): void;
	/** The cursor in the file has moved. */
	point(position: Position): void;
}

type Form = DeployFormResult;

/** `undefined`: the file is no configuration-settings file. */
export async function createDeployDialog(
	{ server, log, extension }: DialogParts,
	uri: Uri,
	closed: () => void,
): Promise<DeployDialog | undefined> {
	const readForm = (): Promise<Form | null> => server.request(deployFormRequest, { uri: uri.toString() });
	const first = await readForm();
	if (!first) return undefined;
	let form: Form = first;
	let answers = saved(form) ?? noTypedAnswers;
	let asked = 0;
	let edits = 0;
	const name = uri.path.slice(uri.path.lastIndexOf('/') + 1);
	const panel = window.createWebviewPanel('xclarity.deployDialog', `Deploy: ${name}`, ViewColumn.Beside, {
		enableScripts: true,
		localResourceRoots: [Uri.joinPath(extension, 'dist')],
	});
	const post = (message: ToPage): Thenable<boolean> => panel.webview.postMessage(message);
	const check = (): Promise<CheckAnswersResult | null> => {
		const params: CheckAnswersParams = { uri: uri.toString(), answers: askedAnswers(form, answers) };
		return server.request(checkAnswersRequest, params);
	};
	/** Only the newest question is answered: an older answer is about what was there before. */
	const tellFaults = async (): Promise<void> => {
		asked += 1;
		const own = asked;
		const result = await check();
		if (result && own === asked) await post({ type: 'faults', faults: result.faults });
	};
	const tellForm = async (): Promise<void> => {
		await post({ type: 'form', form, answers, title: name });
		await tellFaults();
	};
	const save = async (): Promise<void> => {
		const result = await check();
		if (result) await post({ type: 'said', text: await saveValuesFile(Uri.parse(form.valuesUri), result.text) });
	};
	const load = async (): Promise<void> => {
		const chosen = await chooseValuesFile((await readForm())?.valuesFiles ?? []);
		if (!chosen) return;
		answers = withServers(chosen.answers, chosen.answers.servers.length);
		await tellForm();
		await post({ type: 'said', text: `Loaded ${chosen.name}.` });
	};
	const receive = async (message: FromPage): Promise<void> => {
		if (message.type === 'ready') await tellForm();
		else if (message.type === 'save') await save();
		else if (message.type === 'load') await load();
		else if (message.type === 'reveal') await reveal(uri, message.range);
		else {
			answers = message.answers;
			await tellFaults();
		}
	};
	const attempt = (work: () => Promise<void>): Promise<void> =>
		work().catch(error =>
			reportFailure({ id: commandIds.deployDialog, title: 'Deploy dialog', retry: () => attempt(work) }, error, log),
		);
	panel.webview.onDidReceiveMessage((message: FromPage) => attempt(() => receive(message)));
	panel.onDidDispose(closed);
	panel.webview.html = dialogPage(panel.webview, extension);
	return {
		show: () => panel.reveal(undefined, true),
		follow: () =>
			void attempt(async () => {
				edits += 1;
				const own = edits;
				const next = await readForm();
				if (!next || own !== edits) return;
				form = next;
				await tellForm();
			}),
		point: position => void post({ type: 'cursor', setting: settingAt(form, position) }),
		dispose: () => panel.dispose(),
	};
}

/** What was saved for this file before. */
function saved({ valuesFiles, valuesUri }: Form): Form['valuesFiles'][number]['answers'] | undefined {
	const file = valuesFiles.find(({ uri }) => uri === valuesUri);
	return file && withServers(file.answers, file.answers.servers.length);
}

/** Goes to a setting; the keys stay with the dialog. */
async function reveal(uri: Uri, { start, end }: Form['common'][number]['range']): Promise<void> {
	const shown = window.visibleTextEditors.find(({ document }) => document.uri.toString() === uri.toString());
	const editor = await window.showTextDocument(await workspace.openTextDocument(uri), {
		viewColumn: shown?.viewColumn ?? ViewColumn.One,
		preserveFocus: true,
		selection: new Range(start.line, start.character, start.line, start.character),
	});
	const range = new Range(start.line, start.character, end.line, end.character);
	editor.revealRange(range, TextEditorRevealType.InCenterIfOutsideViewport);
}
