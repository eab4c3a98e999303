import type { DeployFormResult, EnteredAnswers } from '../../server/lsp/protocol';
import { noTypedAnswers, withServers } from './typedAnswers';

type Form = Pick<DeployFormResult, 'valuesFiles' | 'valuesUri'>;

/** The values file that a dialog shows. */
export interface ValuesShown {
	readonly uri: string;
	/** What the dialog has from there. */
	readonly taken: EnteredAnswers;
}

/** What was saved for a configuration-settings file before, or nothing entered. */
export const savedValues = (form: Form): ValuesShown => ({
	uri: form.valuesUri,
	taken: valuesOf(form, form.valuesUri) ?? noTypedAnswers,
});

/** The values of a file that a person has chosen. */
export const chosenValues = ({ uri, answers }: Form['valuesFiles'][number]): ValuesShown => ({
	uri,
	taken: withServers(answers, answers.servers.length),
});

function valuesOf({ valuesFiles }: Form, uri: string): EnteredAnswers | undefined {
	const file = valuesFiles.find(each => each.uri === uri);
	return file && chosenValues(file).taken;
}

/**
 * What to show when a values file may have changed: `undefined` for the same as before, `kept` where something was
 * typed since, which nobody takes away.
 */
export function valuesAfter(
	form: Form,
	{ uri, taken }: ValuesShown,
	typed: EnteredAnswers,
): ValuesShown | 'kept' | undefined {
	const now = valuesOf(form, uri);
	if (!now || isSame(now, taken) || isSame(now, typed)) return undefined;
	return isSame(typed, taken) ? { uri, taken: now } : 'kept';
}

/** Both come from JSON or go there. */
const isSame = (a: EnteredAnswers, b: EnteredAnswers): boolean => JSON.stringify(a) === JSON.stringify(b);
