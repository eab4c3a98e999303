import {
	type Disposable,
	type Position,
	Range,
	TextEditorRevealType,
	Uri,
	ViewColumn,
	type WebviewPanel,
	window,
	workspace,
} from 'vscode';
import {
	type CheckAnswersParams,
	type CheckAnswersResult,
	checkAnswersRequest,
	type DeployFormResult,
	deployFormRequest,
	type EnteredAnswers,
} from '../../server/lsp/protocol';
import { currentBundle, t } from '../../server/texts/texts';
import { commandIds } from '../commandIds';
import { reportFailure } from '../failure';
import type { LanguageServer } from '../languageServer';
import type { Log } from '../log';
import type { FromPage, ToPage } from './dialogMessages';
import { showPage } from './dialogPage';
import { chooseValuesFile, saveValuesFile } from './dialogValues';
import { dialogView } from './dialogView';
import { settingAt } from './settingAt';
import { askedAnswers } from './typedAnswers';
import { chosenValues, savedValues, type ValuesShown, valuesAfter } from './valuesShown';

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
	/** A values file may have changed, on the disk or in an editor. */
	followValues(): void;
	/** The cursor in the file has moved. */
	point(position: Position): void;
}

type Form = DeployFormResult;

/** What a dialog starts from: after a reload of the window its tab is there, with what was typed. */
export interface DialogStart {
	readonly uri: Uri;
	readonly panel?: WebviewPanel | undefined;
	readonly answers?: EnteredAnswers | undefined;
}

/** `undefined`: the file is no configuration-settings file. */
export async function createDeployDialog(
	parts: DialogParts,
	start: DialogStart,
	closed: () => void,
): Promise<DeployDialog | undefined> {
	const form = await readForm(parts, start.uri);
	return form && new Dialog(parts, { ...start, form, closed });
}

const readForm = async ({ server }: DialogParts, uri: Uri): Promise<Form | undefined> =>
	(await server.request<Form | null>(deployFormRequest, { uri: uri.toString() })) ?? undefined;

interface OpenedDialog extends DialogStart {
	readonly form: Form;
	closed(): void;
}

class Dialog implements DeployDialog {
	readonly #parts: DialogParts;
	readonly #uri: Uri;
	readonly #panel: WebviewPanel;
	#form: Form;
	#values: ValuesShown;
	#answers: EnteredAnswers;
	/** Only the newest question is answered: an older answer is about what was there before. */
	readonly #newest = { check: 0, form: 0 };

	constructor(parts: DialogParts, { uri, panel, answers, form, closed }: OpenedDialog) {
		this.#parts = parts;
		this.#uri = uri;
		this.#form = form;
		this.#values = savedValues(form);
		this.#answers = answers ?? this.#values.taken;
		this.#panel =
			panel ?? window.createWebviewPanel(dialogView, t('Deploy: {name}', { name: this.#name }), ViewColumn.Beside);
		this.#panel.webview.onDidReceiveMessage((message: FromPage) => this.#attempt(() => this.#receive(message)));
		this.#panel.onDidDispose(closed);
		showPage(this.#panel.webview, parts.extension);
	}

	show(): void {
		this.#panel.reveal(undefined, true);
	}

	follow(): void {
		void this.#attempt(async () => {
			const form = await this.#nextForm();
			if (!form) return;
			this.#form = form;
			await this.#tellForm();
		});
	}

	followValues(): void {
		void this.#attempt(async () => {
			const form = await this.#nextForm();
			const after = form && valuesAfter(form, this.#values, this.#answers);
			if (after === 'kept') await this.#post({ type: 'said', text: t('The values file has changed. Load takes it.') });
			if (!form || !after || after === 'kept') return;
			this.#form = form;
			await this.#take(after);
		});
	}

	point(position: Position): void {
		void this.#post({ type: 'cursor', setting: settingAt(this.#form, position) });
	}

	dispose(): void {
		this.#panel.dispose();
	}

	get #name(): string {
		return this.#uri.path.slice(this.#uri.path.lastIndexOf('/') + 1);
	}

	#attempt(work: () => Promise<void>): Promise<void> {
		const retry = () => this.#attempt(work);
		return work().catch(error =>
			reportFailure({ id: commandIds.deployDialog, title: t('Deploy dialog'), retry }, error, this.#parts.log),
		);
	}

	#post(message: ToPage): Thenable<boolean> {
		return this.#panel.webview.postMessage(message);
	}

	async #nextForm(): Promise<Form | undefined> {
		this.#newest.form += 1;
		const own = this.#newest.form;
		const form = await readForm(this.#parts, this.#uri);
		return own === this.#newest.form ? form : undefined;
	}

	async #check(): Promise<CheckAnswersResult | null> {
		const answers = askedAnswers(this.#form, this.#answers);
		const params: CheckAnswersParams = { uri: this.#uri.toString(), answers };
		return this.#parts.server.request(checkAnswersRequest, params);
	}

	async #tellFaults(): Promise<void> {
		this.#newest.check += 1;
		const own = this.#newest.check;
		const result = await this.#check();
		if (result && own === this.#newest.check) await this.#post({ type: 'faults', faults: result.faults });
	}

	async #tellForm(): Promise<void> {
		const form = { form: this.#form, answers: this.#answers, title: this.#name, uri: this.#uri.toString() };
		await this.#post({ type: 'form', ...form });
		await this.#tellFaults();
	}

	async #take(values: ValuesShown): Promise<void> {
		this.#values = values;
		this.#answers = values.taken;
		await this.#tellForm();
	}

	async #receive(message: FromPage): Promise<void> {
		if (message.type === 'ready') {
			await this.#post({ type: 'texts', texts: currentBundle() });
			await this.#tellForm();
		} else if (message.type === 'save') await this.#save();
		else if (message.type === 'load') await this.#load();
		else if (message.type === 'reveal') await reveal(this.#uri, message.range);
		else {
			this.#answers = message.answers;
			await this.#tellFaults();
		}
	}

	async #save(): Promise<void> {
		const result = await this.#check();
		if (!result) return;
		const taken = this.#answers;
		const uri = this.#form.valuesUri;
		const { isSaved, text } = await saveValuesFile(Uri.parse(uri), result.text);
		if (isSaved) this.#values = { uri, taken };
		await this.#post({ type: 'said', text });
	}

	async #load(): Promise<void> {
		const chosen = await chooseValuesFile((await readForm(this.#parts, this.#uri))?.valuesFiles ?? []);
		if (!chosen) return;
		await this.#take(chosenValues(chosen));
		await this.#post({ type: 'said', text: t('Loaded {chosen}.', { chosen: chosen.name }) });
	}
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
