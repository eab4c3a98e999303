import { TextDocument } from 'vscode-languageserver-textdocument';
import { configLanguage } from '../language/config/configLanguage';
import { declaredMacros } from '../language/config/customMacros';
import { noLink } from '../language/links/link';
import { listMacros } from '../language/macros/macroLookup';

/** What the appliance thinks of a configuration-settings file: nothing wrong and its macros, or the errors. */
export interface ConfigOpinion {
	/** Names without hashes. */
	readonly macros: readonly string[];
	readonly errors: readonly ConfigError[];
}

export interface ConfigError {
	readonly message: string;
	/** Counted from 0. */
	readonly line: number;
	readonly character: number;
}

/** As the language server protocol counts. */
const errorSeverity = 1;

const context = { severities: {}, link: noLink, dependents: [], applianceMacros: [], files: [] };

/** The opinion of the language itself: only what it calls an error is one for the appliance. */
export function languageOpinion(text: string): ConfigOpinion {
	const document = TextDocument.create('simulator:/config.json', 'xclarity-config', 0, text);
	const errors = configLanguage
		.validate(document, context)
		.filter(({ severity }) => severity === errorSeverity)
		.map(({ message, range }) => ({
			message: typeof message === 'string' ? message : message.value,
			...range.start,
		}));
	return { errors, macros: errors.length > 0 ? [] : listMacros(declaredMacros(document)).map(({ name }) => name) };
}
