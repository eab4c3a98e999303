import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Context, Language } from '../language/language';
import { oncePerVersion } from '../language/oncePerVersion';

/**
 * A language that gives the diagnostics of the last check once more, the same array, where neither the document nor
 * anything in the context is another: a change in one file asks about all that are open, and hardly any is concerned.
 */
export const withKeptChecks = oncePerVersion((language: Language): Language => {
	const validate = oncePerVersion(
		(document: TextDocument, context: Context) => language.validate(document, context),
		allIn,
	);
	return {
		...language,
		// What lies on the disk has version 0, and is asked about only when something that it rests on has changed.
		validate: (document, context) =>
			document.version === 0 ? language.validate(document, context) : validate(document, context),
	};
});

/** All that a check may know besides, one after the other: plain data with its names, and documents as they are. */
function allIn(context: Context): readonly unknown[] {
	const known: unknown[] = [];
	const add = (value: unknown): void => {
		if (typeof value !== 'object' || value === null || 'getText' in value) known.push(value);
		else {
			const entries = Object.entries(value);
			known.push(entries.length);
			for (const [name, item] of entries) {
				if (!Array.isArray(value)) known.push(name);
				add(item);
			}
		}
	};
	add(context);
	return known;
}
