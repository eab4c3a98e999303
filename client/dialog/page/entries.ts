import { html, nothing, type TemplateResult } from 'lit';
import { guard } from 'lit/directives/guard.js';
import type { Answer, ShownEntry, ShownField, ShownGroup, ShownList } from '../../../server/lsp/protocol';
import { t } from '../../../server/texts/texts';
import { settingId } from '../settingAt';
import { type AnswerPath, answersIn, answerTo, instancesOf } from '../typedAnswers';
import type { FieldBudget } from './drawing';
import { controlOf, faultLine } from './fields';
import { keyOf, type PageState } from './pageState';

/** What entries need to show themselves and to change what was entered. */
export interface Page {
	readonly state: PageState;
	readonly budget: FieldBudget;
	setAnswer(path: AnswerPath, answer: Answer | undefined): void;
	/** Shows or hides the macro of a field. */
	toggleMacro(key: string): void;
	reveal(entry: ShownEntry): void;
}

/** Where an entry stands. */
interface EntryPlace {
	readonly path: AnswerPath;
	/** Without hashes. */
	readonly macro: string;
	readonly answer: Answer | undefined;
	/** Of the instance of a list, counted from 0. */
	readonly instance?: number;
}

/** The entries of a tab or a group. */
export const entriesOf = (page: Page, entries: readonly ShownEntry[], { path, macro, answer }: EntryPlace): Shown[] =>
	entries.map(entry =>
		entryOf(page, entry, {
			path: [...path, entry.name],
			macro: macro === '' ? entry.name : `${macro}.${entry.name}`,
			answer: answerTo(answer, entry.name),
		}),
	);

type Shown = ReturnType<typeof guard> | TemplateResult | typeof nothing;

function entryOf(page: Page, entry: ShownEntry, place: EntryPlace): Shown {
	if (page.budget.left <= 0) {
		page.budget.isShort = true;
		return nothing;
	}
	if (entry.kind === 'list') return listOf(page, entry, place);
	return entry.kind === 'group' ? groupOf(page, entry, place) : fieldOf(page, entry, place);
}

const classOf = ({ state }: Page, kind: string, entry: ShownEntry): string =>
	`${kind}${state.cursor === settingId(entry) ? ' current' : ''}`;

/** With the number of the instance, counted from 1 as people do. */
const nameOf = ({ label }: ShownEntry, { instance }: EntryPlace): string =>
	instance === undefined ? label : `${label} ${instance + 1}`;

const helpOf = ({ help }: ShownEntry): TemplateResult | typeof nothing =>
	help ? html`<p class="help">${help}</p>` : nothing;

/** A field is looked at again only when something about it has changed: a key pressed in one is no work for the others. */
function fieldOf(page: Page, field: ShownField, place: EntryPlace): Shown {
	const { state, budget } = page;
	budget.left -= 1;
	const key = keyOf(place.path);
	const shown: FieldFacts = {
		key,
		classes: classOf(page, 'field', field),
		fault: state.faults.get(key),
		isOpen: state.macrosShown.has(key),
	};
	return guard([field, place.answer, ...Object.values(shown)], () => drawnField(page, field, place, shown));
}

interface FieldFacts {
	readonly key: string;
	readonly classes: string;
	readonly fault: string | undefined;
	/** Its macro is shown. */
	readonly isOpen: boolean;
}

function drawnField(page: Page, field: ShownField, place: EntryPlace, shown: FieldFacts): TemplateResult {
	const { key, classes, fault, isOpen } = shown;
	const name = nameOf(field, place);
	const macro = `#${place.macro}#`;
	return html`<div
		class=${classes}
		data-macro=${place.macro}
		@focusin=${() => page.reveal(field)}
		@click=${() => page.reveal(field)}
	>
		<div class="label">
			<span aria-hidden="true">${name}${field.isRequired ? html`<span class="required" title=${t('required')}> *</span>` : nothing}</span>
			<button
				class="macro"
				title=${macro}
				aria-label=${t('Macro of {name}', { name })}
				aria-expanded=${isOpen}
				@click=${() => page.toggleMacro(key)}
			>?</button>
			${field.input === 'fixed' ? html`<span class="help">${t('cannot be changed')}</span>` : nothing}
			${isOpen ? html`<code>${macro}</code>` : nothing}
		</div>
		${controlOf({
			field,
			answer: place.answer,
			name,
			fault,
			entered: answer => page.setAnswer(place.path, answer),
		})}
		${faultLine(fault)} ${helpOf(field)}
	</div>`;
}

const groupOf = (page: Page, group: ShownGroup, place: EntryPlace): TemplateResult => html`<fieldset
	class=${classOf(page, 'group', group)}
>
	<legend @click=${() => page.reveal(group)}>${nameOf(group, place)}</legend>
	${helpOf(group)} ${faultLine(page.state.faults.get(keyOf(place.path)))}
	${entriesOf(page, group.entries, { ...place, answer: answersIn(place.answer) })}
</fieldset>`;

function listOf(page: Page, list: ShownList, place: EntryPlace): TemplateResult {
	const instances = instancesOf(place.answer, list);
	const set = (next: readonly Answer[]): void => page.setAnswer(place.path, next);
	const { min, max } = list;
	return html`<fieldset class=${classOf(page, 'list', list)}>
		<legend @click=${() => page.reveal(list)}>${list.label} (${boundsOf(list)})</legend>
		${faultLine(page.state.faults.get(keyOf(place.path)))}
		${instances.map(
			(answer, instance) => html`<div class="instance">
				${entryOf(page, list.element, {
					path: [...place.path, instance],
					macro: `${place.macro}${instance}`,
					answer,
					instance,
				})}
				${button({
					label: t('Remove {list} {number}', { list: list.label, number: instance + 1 }),
					kind: 'remove',
					isOffered: instances.length > min,
					pressed: ({ target }) => {
						const add = target instanceof Element ? target.closest('.list')?.querySelector(':scope > .add') : null;
						set(instances.filter((_, each) => each !== instance));
						// The button that was pressed may be gone, and the keys would go nowhere.
						if (add instanceof HTMLElement) add.focus();
					},
				})}
			</div>`,
		)}
		${button({
			label: t('Add {list}', { list: list.label }),
			kind: 'add',
			isOffered: max === undefined || instances.length < max,
			pressed: () => set([...instances, null]),
		})}
	</fieldset>`;
}

function boundsOf({ min, max }: ShownList): string {
	if (max === undefined) return t('{min} or more', { min });
	return min === max ? t('exactly {min}', { min }) : t('{min} to {max}', { min, max });
}

interface Button {
	/** With what it is about, for a screen reader. */
	readonly label: string;
	readonly kind: 'add' | 'remove';
	readonly isOffered: boolean;
	pressed(event: Event): void;
}

/** The component tells neither a screen reader nor us that it is disabled. */
const button = ({ label, kind, isOffered, pressed }: Button): TemplateResult => html`<vscode-button
	class=${kind}
	secondary
	aria-label=${label}
	aria-disabled=${!isOffered}
	?disabled=${!isOffered}
	@click=${(event: Event) => isOffered && pressed(event)}
	>${kind === 'add' ? t('Add') : t('Remove')}</vscode-button
>`;
