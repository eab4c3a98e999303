import { TextDocument } from 'vscode-languageserver-textdocument';
import type { IncludedFile } from '../../../../../server/language/language';
import type { MacroReference } from '../../../../../server/language/macros/macroReader';
import type { MacroValue, UnattendSource } from '../../../../../server/language/unattend/unattendSource';

const macro = /#[A-Za-z_][\w-]*(?:\.[\w-]+)+#/g;

/** What a test says about the file besides its text. */
export interface SourceOptions {
	readonly os?: string;
	readonly release?: string;
	/** Values of macros by name, without hashes. */
	readonly included?: readonly IncludedFile[];
	readonly isIncluded?: boolean;
	readonly values?: Readonly<Record<string, MacroValue>>;
}

/** A kickstart text as a dialect gets it, macros masked. */
export function kickstartSource(
	text: string | TextDocument,
	{ os, release, included, isIncluded, values = {} }: SourceOptions = {},
): UnattendSource {
	const document = typeof text === 'string' ? TextDocument.create('file:///site/ks.cfg', 'kickstart', 1, text) : text;
	const whole = document.getText();
	const macros: MacroReference[] = [...whole.matchAll(macro)].map(found => ({
		name: found[0].slice(1, -1),
		start: found.index,
		end: found.index + found[0].length,
		segments: [],
	}));
	return {
		document,
		text: whole,
		masked: whole.replace(macro, found => 'M'.repeat(found.length)),
		macros,
		os,
		release,
		included,
		isIncluded,
		valueOf: ({ name }) => values[name],
	};
}
