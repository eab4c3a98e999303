import { type Answer, type AnswerObject, answerText, isAnswerObject } from '../language/deployment/answers';
import { type FormEntry, type FormField, type FormList, mostInstances } from '../language/deployment/deployForm';
import { refusalOf, refusalSentence } from '../language/deployment/refusal';
import type { Terminal } from './terminal';

/** Asks for a line; Enter alone takes `preset`. `undefined`: the input has ended. */
export async function askText(terminal: Terminal, question: string, preset: string): Promise<string | undefined> {
	const line = await terminal.ask(`${question}${preset === '' ? '' : ` [${preset}]`}: `);
	return line === '' ? preset : line;
}

interface Bounds {
	readonly min: number;
	/** `undefined`: none is declared. */
	readonly max: number | undefined;
	readonly preset: number;
}

/** Asks for a whole number until one within the bounds comes. */
export async function askNumber(
	terminal: Terminal,
	question: string,
	{ min, max, preset }: Bounds,
): Promise<number | undefined> {
	const most = Math.min(max ?? mostInstances, mostInstances);
	const bounds = max === undefined ? '' : `, ${min} to ${max}`;
	for (;;) {
		const line = await askText(terminal, question + bounds, String(preset));
		if (line === undefined) return undefined;
		const number = /^\d{1,4}$/.test(line.trim()) ? Number(line) : -1;
		if (number >= min && number <= most) return number;
		terminal.note(`A whole number from ${min} to ${most}, please.`);
	}
}

/** Asks for all of some settings; what is as the file has it is left out. `undefined`: the input has ended. */
export async function askEntries(
	terminal: Terminal,
	entries: readonly FormEntry[],
	before: Answer | undefined,
): Promise<AnswerObject | undefined> {
	const given = isAnswerObject(before) ? before : {};
	const answers: Record<string, Answer> = {};
	for (const entry of entries) {
		if (entry.kind === 'field' && entry.input === 'fixed') continue;
		const answer = await ask(terminal, entry, given[entry.name]);
		if (answer === undefined) return undefined;
		answers[entry.name] = answer;
	}
	return answers;
}

function ask(terminal: Terminal, entry: FormEntry, before: Answer | undefined): Promise<Answer | undefined> {
	if (entry.kind === 'group') return askEntries(terminal, entry.entries, before);
	return entry.kind === 'list' ? askList(terminal, entry, before) : askField(terminal, entry, before);
}

async function askList(terminal: Terminal, list: FormList, before: Answer | undefined): Promise<Answer | undefined> {
	const given: readonly Answer[] = Array.isArray(before) ? before : [];
	const { min, max } = list;
	const wanted = Array.isArray(before) ? given.length : list.initial;
	const preset = Math.min(Math.max(min, wanted), max ?? mostInstances);
	const label = list.setting.label ?? list.name;
	const count = min === max ? max : await askNumber(terminal, `${label}: how many`, { min, max, preset });
	if (count === undefined) return undefined;
	const answers: Answer[] = [];
	for (let index = 0; index < count; index++) {
		if (count > 1) terminal.note(`${label} ${index + 1} of ${count}`);
		const answer = await ask(terminal, list.element, given[index]);
		if (answer === undefined) return undefined;
		answers.push(answer);
	}
	return answers;
}

async function askField(terminal: Terminal, field: FormField, before: Answer | undefined): Promise<string | undefined> {
	const { label, name, description, value, choices = [] } = field.setting;
	if (description) terminal.note(description);
	for (const [index, choice] of choices.entries()) terminal.note(`  ${index + 1}  ${choice}`);
	for (;;) {
		const line = await askText(terminal, label ?? name, answerText(before) ?? value ?? '');
		if (line === undefined) return undefined;
		const text = chosen(choices, line);
		const refusal = refusalOf(field, text);
		if (!refusal) return text;
		terminal.note(refusalSentence(field, refusal));
	}
}

/** A choice may be told by its number in the list, unless that is a choice itself. */
function chosen(choices: readonly string[], line: string): string {
	return choices.includes(line) || !/^\d{1,4}$/.test(line) ? line : (choices[Number(line) - 1] ?? line);
}
