import type { JsonPath } from '../config/json/jsonNode';

/** What an operator entered, as JSON: names of settings as keys, an array for the instances of a template. */
export type Answer = string | number | boolean | null | readonly Answer[] | AnswerObject;

export interface AnswerObject {
	readonly [name: string]: Answer | undefined;
}

/** What was entered for one server. */
export interface ServerAnswers {
	/** How the person calls it; `undefined` without. */
	readonly name: string | undefined;
	readonly values: AnswerObject;
	/** Predefined macros, without hashes and without `predefined.`, over those of all servers. */
	readonly predefined: AnswerObject;
	/** Where `values` stand in the values file. */
	readonly path: JsonPath;
}

/** All that was entered for one deployment. */
export interface Answers {
	readonly common: AnswerObject;
	/** For every server. */
	readonly predefined: AnswerObject;
	readonly servers: readonly ServerAnswers[];
}

export const noAnswers: Answers = { common: {}, predefined: {}, servers: [] };

/** The answers of one server, counted from 0; nothing is entered for one that the file does not name. */
export const serverAnswers = ({ servers }: Answers, index: number): ServerAnswers =>
	servers[index] ?? { name: undefined, values: {}, predefined: {}, path: ['servers', index, 'values'] };

/** A single value as the text that a macro brings; `undefined` for nothing entered, a group or a list. */
export const answerText = (answer: Answer | undefined): string | undefined =>
	typeof answer === 'string' || typeof answer === 'number' || typeof answer === 'boolean' ? String(answer) : undefined;

export const isAnswerObject = (answer: unknown): answer is AnswerObject =>
	typeof answer === 'object' && answer !== null && !Array.isArray(answer);
