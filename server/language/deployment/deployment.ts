import type { JsonPath } from '../config/json/jsonNode';
import type { SettingFacts } from '../macros/macroTable';
import { type Answer, type Answers, answerText, isAnswerObject, serverAnswers } from './answers';
import { type DeployForm, type FormEntry, type FormField, type FormList, mostInstances } from './deployForm';
import { type Refusal, refusalOf } from './refusal';

/** What a custom macro brings. */
export interface DeployedValue {
	readonly text: string;
	/** `empty`: an optional setting without a value. */
	readonly origin: 'entered' | 'default' | 'fixed' | 'empty';
	readonly setting: SettingFacts;
}

/** Something about the answers that keeps the dialog from being finished. */
export interface AnswerFault {
	/**
	 * `unknown`: no setting of that name; `shape`: a text where a list belongs, and so on; `few` and `many`: instances.
	 */
	readonly kind: Refusal | 'unknown' | 'shape' | 'few' | 'many';
	/** Where in the values file; the value itself need not be there. */
	readonly path: JsonPath;
	/** Macro of the setting, without hashes. */
	readonly macro: string;
	/** `undefined` for a name that no setting has. */
	readonly entry: FormEntry | undefined;
}

/** The custom macros of one server, and what is wrong with what was entered. */
export interface Deployment {
	/** By macro, without hashes; none for a value that is refused. */
	readonly values: ReadonlyMap<string, DeployedValue>;
	readonly faults: readonly AnswerFault[];
}

/** Answers the form for one server, counted from 0: what was entered, the defaults of the file otherwise. */
export function deploy(form: DeployForm, answers: Answers, server: number): Deployment {
	const own = serverAnswers(answers, server);
	const values = new Map<string, DeployedValue>();
	const faults: AnswerFault[] = [];
	const filling: Filling = { values, faults };
	fillAll(filling, form.common, { answer: answers.common, path: ['common'], macro: '' });
	fillAll(filling, form.perServer, { answer: own.values, path: own.path, macro: '' });
	return { values, faults };
}

/** What is wrong with all that was entered, each place once, in the order of the form. */
export function answerFaults(form: DeployForm, answers: Answers): AnswerFault[] {
	const isForNobody = answers.servers.length === 0;
	const found = new Map<string, AnswerFault>();
	for (let server = 0; server < Math.max(1, answers.servers.length); server++) {
		for (const fault of deploy(form, answers, server).faults)
			if (!(isForNobody && fault.path[0] === 'servers')) found.set(JSON.stringify(fault.path), fault);
	}
	return [...found.values()];
}

interface Filling {
	readonly values: Map<string, DeployedValue>;
	readonly faults: AnswerFault[];
}

/** What was entered at one place of the form. */
interface Entered {
	readonly answer: Answer | undefined;
	readonly path: JsonPath;
	/** The macro so far, without hashes. */
	readonly macro: string;
}

const within = ({ path, macro }: Entered, answer: Answer | undefined, name: string): Entered => ({
	answer,
	path: [...path, name],
	macro: macro === '' ? name : `${macro}.${name}`,
});

function fillAll(filling: Filling, entries: readonly FormEntry[], entered: Entered): void {
	const { answer, path, macro } = entered;
	const given = isAnswerObject(answer) ? answer : {};
	if (answer !== undefined && answer !== null && !isAnswerObject(answer))
		filling.faults.push({ kind: 'shape', path, macro, entry: undefined });
	const names = new Set(entries.map(({ name }) => name));
	for (const name of Object.keys(given)) {
		if (!names.has(name))
			filling.faults.push({
				kind: 'unknown',
				path: [...path, name],
				macro: within(entered, undefined, name).macro,
				entry: undefined,
			});
	}
	for (const entry of entries) {
		const own = Object.hasOwn(given, entry.name) ? given[entry.name] : undefined;
		fill(filling, entry, within(entered, own, entry.name));
	}
}

function fill(filling: Filling, entry: FormEntry, entered: Entered): void {
	if (entry.kind === 'field') fillField(filling, entry, entered);
	else if (entry.kind === 'group') fillAll(filling, entry.entries, entered);
	else fillList(filling, entry, entered);
}

function fillList(filling: Filling, list: FormList, { answer, path, macro }: Entered): void {
	const isGiven = Array.isArray(answer);
	if (!isGiven && answer !== undefined && answer !== null)
		filling.faults.push({ kind: 'shape', path, macro, entry: list });
	const given: readonly Answer[] = isGiven ? answer : [];
	const count = Math.min(isGiven ? given.length : list.initial, mostInstances);
	// Bounds that contradict each other leave no number of instances that the dialog could take.
	if (count < list.min) filling.faults.push({ kind: 'few', path, macro, entry: list });
	if (isGiven && given.length > (list.max ?? mostInstances))
		filling.faults.push({ kind: 'many', path, macro, entry: list });
	for (let index = 0; index < count; index++)
		fill(filling, list.element, { answer: given[index], path: [...path, index], macro: `${macro}${index}` });
}

function fillField({ values, faults }: Filling, field: FormField, { answer, path, macro }: Entered): void {
	const { setting } = field;
	const entered = answerText(answer);
	if (entered === undefined && answer !== undefined && answer !== null) {
		faults.push({ kind: 'shape', path, macro, entry: field });
		return;
	}
	const text = entered ?? setting.value ?? '';
	const refusal = refusalOf(field, text);
	if (refusal) faults.push({ kind: refusal, path, macro, entry: field });
	else values.set(macro, { text, origin: originOf(field, entered, text), setting });
}

function originOf(field: FormField, entered: string | undefined, text: string): DeployedValue['origin'] {
	if (field.input === 'fixed') return 'fixed';
	if (text === '') return 'empty';
	return entered === undefined ? 'default' : 'entered';
}
