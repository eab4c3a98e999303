import { TextDocument } from 'vscode-languageserver-textdocument';
import type { Context, Kind } from '../../../../server/language/language';
import { languageFor } from '../../../../server/language/languageService';
import { noLink } from '../../../../server/language/links/link';
import { effectOf } from '../../../../server/language/quickFix';
import { appliedTo } from '../../../support/markers';

const context: Context = { severities: {}, link: noLink, dependents: [], applianceMacros: [], files: [] };

/** What a fix may do; other actions are none. */
const effects: readonly string[] = ['safe', 'decides', 'loses'];

/** A part of a file, and what stands around it. */
export interface Frame {
	readonly kind: Kind;
	readonly head?: string;
	readonly tail?: string;
	/** What a part lacks as a whole file. */
	readonly without: RegExp;
}

/**
 * What is said of the part: `code: place` for each report, with the text at its place, and behind it a `effect → text`
 * for each way out, with the part as it is then.
 */
export function told(part: string, { kind, head = '', tail = '', without }: Frame): string[] {
	const language = languageFor(kind);
	const document = TextDocument.create('file:///site/file', kind, 1, head + part + tail);
	return language
		.validate(document, context)
		.filter(({ code }) => !without.test(String(code)))
		.flatMap(report => [
			`${report.code}: ${document.getText(report.range)}`,
			...(language.codeActions?.(document, report.range, [report], context) ?? [])
				.filter(action => action.edit && effects.includes(effectOf(action) ?? ''))
				.map(action => {
					const after = appliedTo(document, action.edit);
					return `${effectOf(action)} → ${after.slice(head.length, after.length - tail.length)}`;
				}),
		]);
}
