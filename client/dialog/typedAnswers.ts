import type { Answer, AnswerObject, DeployFormResult, EnteredAnswers, ShownEntry } from '../../server/lsp/protocol';

/** Where an answer stands in a values file. */
export type AnswerPath = readonly (string | number)[];

type Form = Pick<DeployFormResult, 'common' | 'perServer'>;
type Server = EnteredAnswers['servers'][number];

export const mostServers = 20;

const newServer: Server = { name: undefined, values: {}, predefined: {} };

/** Nothing entered, for one server. */
export const noTypedAnswers: EnteredAnswers = { common: {}, predefined: {}, servers: [newServer] };

/** As many servers as asked for, from 1 to 20. */
export function withServers(answers: EnteredAnswers, count: number): EnteredAnswers {
	const wanted = Math.min(Math.max(1, count), mostServers);
	return { ...answers, servers: Array.from({ length: wanted }, (_, index) => answers.servers[index] ?? newServer) };
}

/** What the settings take back to their defaults; servers keep their names. */
export const withoutValues = (answers: EnteredAnswers): EnteredAnswers => ({
	...answers,
	common: {},
	servers: answers.servers.map(server => ({ ...server, values: {} })),
});

const isObject = (answer: Answer | undefined): answer is AnswerObject =>
	typeof answer === 'object' && answer !== null && !isList(answer);

const isList = (answer: Answer | undefined): answer is readonly Answer[] => Array.isArray(answer);

/** The answers to the settings in a group. */
export const answersIn = (answer: Answer | undefined): AnswerObject => (isObject(answer) ? answer : {});

/** The answer to one setting of a group. */
export const answerTo = (answer: Answer | undefined, name: string): Answer | undefined =>
	isObject(answer) && Object.hasOwn(answer, name) ? answer[name] : undefined;

/** The instances of a list: those entered, or those there are before the operator adds one. */
export const instancesOf = (
	answer: Answer | undefined,
	{ initial }: { readonly initial: number },
): readonly Answer[] => (isList(answer) ? answer : Array.from({ length: initial }, () => null));

/** Sets the answer at a path, `undefined` for none; instances on the way come into being. */
export function withAnswer(
	form: Form,
	answers: EnteredAnswers,
	[place, ...path]: AnswerPath,
	answer: Answer | undefined,
): EnteredAnswers {
	if (place === 'common') return { ...answers, common: changed(form.common, answers.common, path, answer) };
	const [index, , ...rest] = path;
	const servers = answers.servers.map((server, each) =>
		each === index ? { ...server, values: changed(form.perServer, server.values, rest, answer) } : server,
	);
	return { ...answers, servers };
}

function changed(
	entries: readonly ShownEntry[],
	answers: AnswerObject,
	[name, ...path]: AnswerPath,
	answer: Answer | undefined,
): AnswerObject {
	const entry = entries.find(each => each.name === name);
	if (!entry) return answers;
	const next = changedEntry(entry, answerTo(answers, entry.name), path, answer);
	const others = Object.entries(answers).filter(([key]) => key !== name);
	return Object.fromEntries(next === undefined ? others : [...others, [entry.name, next]]);
}

function changedEntry(
	entry: ShownEntry,
	before: Answer | undefined,
	path: AnswerPath,
	answer: Answer | undefined,
): Answer | undefined {
	if (path.length === 0 || entry.kind === 'field') return answer;
	if (entry.kind === 'group') return changed(entry.entries, answersIn(before), path, answer);
	const [index, ...rest] = path;
	return instancesOf(before, entry).map((instance, each) =>
		each === index ? (changedEntry(entry.element, instance, rest, answer) ?? null) : instance,
	);
}

/**
 * What of the answers the form asks for. The others are kept while the dialog is open: a name that is being edited
 * may soon be there again.
 */
export const askedAnswers = (form: Form, answers: EnteredAnswers): EnteredAnswers => ({
	...answers,
	common: asked(form.common, answers.common),
	servers: answers.servers.map(server => ({ ...server, values: asked(form.perServer, server.values) })),
});

function asked(entries: readonly ShownEntry[], answers: AnswerObject): AnswerObject {
	const kept = entries.flatMap(entry => {
		const answer = askedEntry(entry, answerTo(answers, entry.name));
		return answer === undefined ? [] : [[entry.name, answer] as const];
	});
	return Object.fromEntries(kept);
}

/** `undefined` for an answer of another shape. */
function askedEntry(entry: ShownEntry, answer: Answer | undefined): Answer | undefined {
	if (entry.kind === 'field') return isObject(answer) || isList(answer) || answer === null ? undefined : answer;
	if (entry.kind === 'group') return isObject(answer) ? asked(entry.entries, answer) : undefined;
	return isList(answer) ? answer.map(instance => askedEntry(entry.element, instance) ?? null) : undefined;
}

/** The answer that a text in a field is: none where it says what stands there anyway. */
export const typedAnswer = (field: { readonly default: string }, text: string): string | undefined =>
	text === field.default ? undefined : text;

/** The text in a field. */
export const fieldText = (field: { readonly default: string }, answer: Answer | undefined): string =>
	answer === undefined || answer === null || typeof answer === 'object' ? field.default : String(answer);
