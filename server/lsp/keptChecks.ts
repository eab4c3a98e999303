import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Context, Language } from '../language/language';

interface KeptCheck {
	readonly known: readonly unknown[];
	readonly found: ReturnType<Language['validate']>;
}

const keeping = new WeakMap<Language, Language>();

/**
 * A language that gives the diagnostics of the last check once more, the same array, where neither the document nor
 * anything in the context is another: a change in one file asks about all that are open, and hardly any is concerned.
 * Only the last check of each document is kept, and no longer than the document.
 */
export function withKeptChecks(language: Language): Language {
	const made = keeping.get(language) ?? keepingChecks(language);
	keeping.set(language, made);
	return made;
}

function keepingChecks(language: Language): Language {
	const kept = new WeakMap<TextDocument, KeptCheck>();
	return {
		...language,
		validate: (document, context) => {
			// It lies on the disk, and is asked about only when something that it rests on has changed.
			if (document.version === 0) return language.validate(document, context);
			const known = allIn([document, context]);
			const last = kept.get(document);
			if (last && isSame(last.known, known)) return last.found;
			const found = language.validate(document, context);
			kept.set(document, { known, found });
			return found;
		},
	};
}

/**
 * All that a check may know, one after the other: a document counts by its version, since an editor's changes in its
 * place; everything else is plain data.
 */
function allIn(given: readonly [TextDocument, Context]): readonly unknown[] {
	const known: unknown[] = [];
	const add = (value: unknown): void => {
		if (typeof value !== 'object' || value === null) known.push(value);
		else if ('getText' in value && 'version' in value) known.push(value, value.version);
		else {
			const entries = Object.entries(value);
			known.push(entries.length);
			for (const [name, item] of entries) {
				if (!Array.isArray(value)) known.push(name);
				add(item);
			}
		}
	};
	add(given);
	return known;
}

const isSame = (one: readonly unknown[], other: readonly unknown[]): boolean =>
	one.length === other.length && one.every((value, index) => Object.is(value, other[index]));
