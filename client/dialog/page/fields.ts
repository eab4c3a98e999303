import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { ref } from 'lit/directives/ref.js';
import type { Answer, ShownField } from '../../../server/lsp/protocol';
import { t } from '../../../server/texts/texts';
import { fieldText, typedAnswer } from '../typedAnswers';

/** What a control shows, and whom it tells. */
export interface Control {
	readonly field: ShownField;
	readonly answer: Answer | undefined;
	/** The name by which a screen reader calls it. */
	readonly name: string;
	readonly fault: string | undefined;
	/** `undefined`: as if nothing were entered. */
	entered(answer: Answer | undefined): void;
}

const words = ({ field, fault }: Control): string => [fault, field.help].filter(text => text).join(' ');

/** The element that takes the keys mostly lies inside the component, where no id of the page reaches. */
const described = (control: Control) =>
	ref(async element => {
		if (!(element instanceof HTMLElement)) return;
		if ('updateComplete' in element) await element.updateComplete;
		const inner = element.shadowRoot?.querySelector('input') ?? element;
		inner.setAttribute('aria-description', words(control));
		inner.setAttribute('aria-invalid', String(control.fault !== undefined));
		inner.setAttribute('aria-required', String(control.field.isRequired));
	});

const textOf = ({ currentTarget }: Event): string =>
	currentTarget !== null && 'value' in currentTarget ? String(currentTarget.value) : '';

const isChecked = ({ currentTarget }: Event): boolean =>
	currentTarget !== null && 'checked' in currentTarget && currentTarget.checked === true;

/** The control of a field, by the way in which its value is entered. */
export function controlOf(control: Control): TemplateResult {
	const { input } = control.field;
	if (input === 'choice') return choice(control);
	return input === 'checkbox' ? checkbox(control) : textField(control);
}

function textField(control: Control): TemplateResult {
	const { field, answer, name, fault, entered } = control;
	return html`<vscode-textfield
		type=${field.input === 'password' ? 'password' : 'text'}
		.label=${name}
		.value=${live(fieldText(field, answer))}
		?readonly=${field.input === 'fixed'}
		?invalid=${fault !== undefined}
		@input=${(event: Event) => entered(typedAnswer(field, textOf(event)))}
		${described(control)}
	></vscode-textfield>`;
}

function choice(control: Control): TemplateResult {
	const { field, answer, name, entered } = control;
	const chosen = fieldText(field, answer);
	const isEmptyOffered = !field.isRequired || chosen === '';
	// A value that is no choice any more stays in sight, with what is wrong with it.
	const isOther = chosen !== '' && !field.choices.includes(chosen);
	const choices = [...(isEmptyOffered ? [''] : []), ...(isOther ? [chosen] : []), ...field.choices];
	return html`<select
		aria-label=${name}
		@change=${(event: Event) => entered(typedAnswer(field, textOf(event)))}
		${described(control)}
	>
		${choices.map(
			text =>
				html`<option value=${text} .selected=${live(text === chosen)}>${text === '' ? t('(none)') : text}</option>`,
		)}
	</select>`;
}

function checkbox(control: Control): TemplateResult {
	const { field, answer, name, fault, entered } = control;
	const isDefault = field.default.toLowerCase() === 'true';
	return html`<vscode-checkbox
		label=${name}
		.checked=${live(fieldText(field, answer).toLowerCase() === 'true')}
		?invalid=${fault !== undefined}
		@change=${(event: Event) => entered(isChecked(event) === isDefault ? undefined : isChecked(event))}
		${described(control)}
	></vscode-checkbox>`;
}

/** The sentence below a field; read out when it comes. */
export const faultLine = (fault: string | undefined): TemplateResult | typeof nothing =>
	fault === undefined ? nothing : html`<p class="fault" role="alert">${fault}</p>`;
