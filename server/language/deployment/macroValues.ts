import type { MacroReference } from '../macros/macroReader';
import type { SettingFacts } from '../macros/macroTable';
import { findPredefined, isPredefined } from '../macros/predefinedMacros';
import type { MacroScope } from '../unattend/macros/macroScope';
import { type AnswerObject, type Answers, answerText, isAnswerObject, serverAnswers } from './answers';
import type { Deployment } from './deployment';
import { sampleValue } from './sampleValues';

/**
 * Where the text of a macro comes from:
 * - `entered`, `default`, `fixed`, `empty`: of a setting; see `DeployedValue`;
 * - `absent`: an instance that nobody has added; that nothing stands there then is what we believe;
 * - `appliance`: a connected appliance says so;
 * - `sample`: ours, in the place of what only an appliance knows;
 * - `comment`: ours, where the appliance puts whole sections.
 */
export type Origin = 'entered' | 'default' | 'fixed' | 'empty' | 'absent' | 'appliance' | 'sample' | 'comment';

/**
 * Why a macro has no text: `refused`: what was entered, or that nothing was; `group`: it stands for several values;
 * `broken`: it is not written as a macro has to be; `unknown`: no setting of that name; `unlinked`: no file tells.
 */
export type Unresolved = 'refused' | 'group' | 'broken' | 'unknown' | 'unlinked';

/** What one macro becomes. */
export type MacroText =
	| { readonly text: string; readonly origin: Origin; readonly setting?: SettingFacts | undefined }
	| { readonly unresolved: Unresolved; readonly setting?: SettingFacts | undefined };

/** All that decides what macros become for one server. */
export interface Values {
	readonly deployment: Deployment;
	readonly answers: Answers;
	/** Counted from 0. */
	readonly server: number;
	/** What a connected appliance says of predefined macros, by name without hashes. */
	readonly appliance: Readonly<Record<string, string>>;
}

/** The text of a macro of a document, for one server. */
export function macroText(scope: MacroScope, macro: MacroReference, values: Values): MacroText {
	if ('flaw' in macro) return { unresolved: 'broken' };
	return isPredefined(macro.name) ? predefinedText(scope, macro.name, values) : customText(scope, macro.name, values);
}

function customText({ table, lookUp }: MacroScope, name: string, { deployment }: Values): MacroText {
	const value = deployment.values.get(name);
	if (value) return value;
	const found = lookUp(name);
	if (table === undefined || found === undefined) return { unresolved: 'unlinked' };
	if (found.kind !== 'found') return { unresolved: 'unknown' };
	const { setting, children } = found.node;
	if (children.length > 0) return { unresolved: 'group', setting };
	const isRefused = deployment.faults.some(({ macro }) => macro === name || name.startsWith(`${macro}.`));
	return isRefused ? { unresolved: 'refused', setting } : { text: '', origin: 'absent', setting };
}

function predefinedText({ predefined }: MacroScope, name: string, values: Values): MacroText {
	const { answers, server, appliance } = values;
	const entered =
		predefinedAnswer(serverAnswers(answers, server).predefined, name) ?? predefinedAnswer(answers.predefined, name);
	if (entered !== undefined) return { text: entered, origin: 'entered' };
	if (Object.hasOwn(appliance, name)) return { text: appliance[name] ?? '', origin: 'appliance' };
	const sample = sampleValue(name, server);
	if (sample !== undefined) return { text: sample, origin: 'sample' };
	const known = findPredefined(predefined, name);
	if (known === undefined) return { unresolved: 'unknown' };
	if (known.type === 'block') return { text: known.summary, origin: 'comment' };
	return known.type === 'object' || known.type === 'array' ? { unresolved: 'group' } : { unresolved: 'unknown' };
}

/** What was entered for a predefined macro. Keys may be paths (`"hostPlatforms.uuid"`) or nested objects. */
export function predefinedAnswer(answers: AnswerObject, macro: string): string | undefined {
	const name = macro.slice('predefined.'.length);
	if (Object.hasOwn(answers, name)) return answerText(answers[name]);
	let rest = name;
	let at: AnswerObject = answers;
	for (;;) {
		const dot = rest.indexOf('.');
		const first = dot === -1 ? rest : rest.slice(0, dot);
		const next = Object.hasOwn(at, first) ? at[first] : undefined;
		if (dot === -1) return answerText(next);
		if (!isAnswerObject(next)) return undefined;
		at = next;
		rest = rest.slice(dot + 1);
	}
}
