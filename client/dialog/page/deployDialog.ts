import '@vscode-elements/elements/dist/vscode-button/index.js';
import '@vscode-elements/elements/dist/vscode-checkbox/index.js';
import '@vscode-elements/elements/dist/vscode-tabs/index.js';
import '@vscode-elements/elements/dist/vscode-textfield/index.js';
import { html, nothing, render, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { speak, t } from '../../../server/texts/texts';
import type { FromPage, KeptState, ToPage } from '../dialogMessages';
import { settingId } from '../settingAt';
import { mostServers, withAnswer, withoutValues, withServers } from '../typedAnswers';
import { createDrawing, type FieldBudget } from './drawing';
import { entriesOf, type Page } from './entries';
import { firstState, keyOf, type PageState } from './pageState';
import { pageStyles } from './pageStyles';

declare function acquireVsCodeApi(): { postMessage(message: FromPage): void; setState(kept: KeptState): void };

const vscode = acquireVsCodeApi();
let state: PageState = firstState;
/** The field of the cursor comes into sight as soon as it is there. */
let isSought = false;

const drawing = createDrawing(budget => {
	render(page(budget), document.body);
	if (!isSought) return;
	const current = document.querySelector('.current');
	current?.scrollIntoView({ block: 'nearest' });
	isSought = current === null && budget.isShort;
});

function show(change: Partial<PageState>): void {
	const { tab } = state;
	state = { ...state, ...change };
	if (state.tab === tab) drawing.refresh();
	else drawing.restart();
}

function enter(answers: PageState['answers']): void {
	show({ answers, said: '' });
	vscode.setState({ uri: state.uri, answers });
	vscode.postMessage({ type: 'answers', answers });
}

const parts = (budget: FieldBudget): Page => ({
	state,
	budget,
	setAnswer: (path, answer) => state.form && enter(withAnswer(state.form, state.answers, path, answer)),
	toggleMacro(key) {
		const macrosShown = new Set(state.macrosShown);
		if (!macrosShown.delete(key)) macrosShown.add(key);
		show({ macrosShown });
	},
	reveal: ({ range }) => vscode.postMessage({ type: 'reveal', range }),
});

function page(budget: FieldBudget): TemplateResult {
	const { form, title, answers, said, faults } = state;
	if (!form) return html`<p role="status">${said}</p>`;
	const count = faults.size;
	const sum =
		count === 0
			? t('Nothing is missing or refused.')
			: count === 1
				? t('1 value is missing or refused.')
				: t('{count} values are missing or refused.', { count });
	return html`<h1>${title}</h1>
		<div class="actions">
			<span aria-hidden="true">${t('Servers')}</span>
			<vscode-textfield
				class="count"
				type="number"
				min="1"
				max=${mostServers}
				.label=${t('Number of servers')}
				.value=${live(String(answers.servers.length))}
				@change=${(event: Event) => changeServers(event)}
			></vscode-textfield>
			<vscode-button @click=${() => vscode.postMessage({ type: 'save' })}>${t('Save')}</vscode-button>
			<vscode-button secondary @click=${() => vscode.postMessage({ type: 'load' })}>${t('Load')}</vscode-button>
			<vscode-button secondary @click=${() => enter(withoutValues(state.answers))}>${t('Reset')}</vscode-button>
		</div>
		<p role="status">${said} ${sum}</p>
		${form.isWhole ? nothing : html`<p class="fault" role="alert">${t('A mistake in the file hides some settings.')}</p>`}
		${tabs(form, budget)}`;
}

function changeServers({ currentTarget }: Event): void {
	const value = currentTarget !== null && 'value' in currentTarget ? Number(currentTarget.value) : 1;
	const answers = withServers(state.answers, Number.isInteger(value) ? value : 1);
	show({ tab: Math.min(state.tab, answers.servers.length) });
	enter(answers);
}

/** Only the chosen tab has its fields: twenty servers of many settings are no more work than one. */
function tabs(form: NonNullable<PageState['form']>, budget: FieldBudget): TemplateResult {
	const { answers, tab } = state;
	const panels = [
		{ title: t('Common Settings'), entries: form.common, path: ['common'], answer: answers.common },
		...answers.servers.map(({ name, values }, index) => ({
			title: name ?? t('Server {number}', { number: index + 1 }),
			entries: form.perServer,
			path: ['servers', index, 'values'],
			answer: values,
		})),
	];
	return html`<vscode-tabs
		.selectedIndex=${live(tab)}
		selected-index=${tab}
		@vsc-tabs-select=${({ detail }: CustomEvent<{ selectedIndex: number }>) => show({ tab: detail.selectedIndex })}
	>
		${panels.map(each => html`<vscode-tab-header slot="header">${each.title}${mark(each.path)}</vscode-tab-header>`)}
		${panels.map(
			({ entries, path, answer }, index) => html`<vscode-tab-panel>
				${index !== tab ? nothing : entries.length > 0 ? entriesOf(parts(budget), entries, { path, macro: '', answer }) : html`<p>${t('Nothing is asked here.')}</p>`}
			</vscode-tab-panel>`,
		)}
	</vscode-tabs>`;
}

/** How many values of a tab are refused. */
function mark(path: readonly (string | number)[]): string {
	const start = keyOf(path).slice(0, -1);
	const count = [...state.faults.keys()].filter(key => key.startsWith(start)).length;
	return count === 0 ? '' : ` (${count})`;
}

/** The field of the setting that the cursor is in comes into sight, unless the person is working in the page. */
function follow(setting: string | undefined): void {
	const { form, tab } = state;
	const holds = (entries: NonNullable<PageState['form']>['common']): boolean =>
		entries.some(entry => settingId(entry) === setting || holds(insideOf(entry)));
	const isElsewhere = form !== undefined && setting !== undefined && !holds(tab === 0 ? form.common : form.perServer);
	const other = tab === 0 ? 1 : 0;
	isSought = !document.hasFocus();
	show({ cursor: setting, tab: isElsewhere && isSought ? other : tab });
}

function insideOf(entry: NonNullable<PageState['form']>['common'][number]): NonNullable<PageState['form']>['common'] {
	if (entry.kind === 'group') return entry.entries;
	return entry.kind === 'list' ? insideOf(entry.element) : [];
}

window.addEventListener('message', ({ data }: MessageEvent<ToPage>) => {
	if (data.type === 'form') {
		const { form, answers, title, uri } = data;
		show({ form, answers, title, uri });
		vscode.setState({ uri, answers });
	} else if (data.type === 'texts') speak(data.texts);
	else if (data.type === 'faults')
		show({ faults: new Map(data.faults.map(({ path, sentence }) => [keyOf(path), sentence])) });
	else if (data.type === 'cursor') follow(data.setting);
	else show({ said: data.text });
});
if (pageStyles.styleSheet) document.adoptedStyleSheets = [...document.adoptedStyleSheets, pageStyles.styleSheet];
vscode.postMessage({ type: 'ready' });
