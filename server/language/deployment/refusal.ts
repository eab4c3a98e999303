import { t } from '../../texts/texts';
import type { SettingFacts } from '../macros/macroTable';
import { userRegex } from '../regex/userRegex';
import type { FormField } from './deployForm';

/** Why the dialog does not take a text. */
export type Refusal = 'required' | 'choice' | 'regex' | 'static';

/**
 * What the dialog refuses about a text for a field; `undefined` when it takes it. Types are no reason: no source says
 * what they do. Nor is an expression that cannot be judged within its bound.
 */
export function refusalOf({ setting, input, isRequired }: FormField, text: string): Refusal | undefined {
	if (input === 'fixed') return text === setting.value ? undefined : 'static';
	if (text === '') return isRequired ? 'required' : undefined;
	if (input === 'choice' && setting.choices?.includes(text) === false) return 'choice';
	return matches(setting, text) ? undefined : 'regex';
}

const matches = ({ regex }: SettingFacts, text: string): boolean =>
	regex === undefined || userRegex(regex).match(text) !== 'no-match';

/** The refusal as a sentence about the entered text. */
export function refusalSentence({ setting }: FormField, refusal: Refusal): string {
	const name = setting.label ?? setting.name;
	switch (refusal) {
		case 'required':
			return t('{name} needs a value.', { name });
		case 'choice':
			return t('{name} takes one of {choices}.', {
				name,
				choices: (setting.choices ?? []).slice(0, mostNamed).join(', '),
			});
		case 'regex':
			return t('{name} has to match {regex}.', { name, regex: setting.regex ?? '' });
		case 'static':
			return t('{name} is static: its value is {value}.', { name, value: setting.value ?? '' });
	}
}

/** Choices that a sentence names at most. */
const mostNamed = 12;
