import type { TextDocument } from 'vscode-languageserver-textdocument';
import { t } from '../../texts/texts';
import { nearestName } from '../macros/nearestName';
import { type Problem, problem } from '../problem';
import { isRuleCode, rules } from '../rules';

/** One comment that switches rules off, such as `# xclarity-disable-next-line macro-unknown, macro-group`. */
interface Suppression {
	readonly scope: 'file' | 'line' | 'next-line';
	readonly line: number;
	/** Empty: all rules. */
	readonly codes: readonly { readonly text: string; readonly start: number; readonly end: number }[];
}

/**
 * Leaves out the problems that comments in the document switch off, and adds one for each unknown rule that they
 * name. A problem lies where it starts.
 */
export function withoutSuppressed(document: TextDocument, problems: readonly Problem[]): Problem[] {
	const suppressions = readSuppressions(document);
	if (suppressions.length === 0) return [...problems];
	const silenced = new Map<string, Set<string>>();
	for (const { scope, line, codes } of suppressions) {
		const place = scope === 'file' ? 'file' : String(scope === 'line' ? line : line + 1);
		const known = silenced.get(place) ?? new Set();
		for (const code of codes.length === 0 ? ['*'] : codes.map(({ text }) => text)) known.add(code);
		silenced.set(place, known);
	}
	const isSilenced = (place: string, code: string): boolean => {
		const codes = silenced.get(place);
		return codes !== undefined && (codes.has('*') || codes.has(code));
	};
	const left = [...problems, ...unknownRules(suppressions)].filter(
		({ code, start }) => !isSilenced('file', code) && !isSilenced(String(document.positionAt(start).line), code),
	);
	return left;
}

const comment = /(?:#|<!--|\/\/|::|\brem\b)[ \t]*xclarity-disable(-next-line|-line)?(?![\w-])([^\r\n]*)/gi;

function readSuppressions(document: TextDocument): Suppression[] {
	const text = document.getText();
	if (!text.includes('xclarity-disable')) return [];
	return [...text.matchAll(comment)].map(match => {
		const [all, where = '', tail = ''] = match;
		const start = match.index + all.length - tail.length;
		// Words behind two dashes, and those behind the comment, are the person's reason.
		const list = tail.split(/--|\*\//)[0] ?? '';
		const codes = [...list.matchAll(/[^\s,]+/g)].map(word => ({
			text: word[0],
			start: start + word.index,
			end: start + word.index + word[0].length,
		}));
		const scope = where === '' ? 'file' : where.toLowerCase() === '-line' ? 'line' : 'next-line';
		return { scope, line: document.positionAt(match.index).line, codes };
	});
}

function unknownRules(suppressions: readonly Suppression[]): Problem[] {
	return suppressions.flatMap(({ codes }) =>
		codes
			.filter(({ text }) => !isRuleCode(text))
			.map(code => {
				const nearest = nearestName(code.text, Object.keys(rules));
				const hint = nearest ? ` ${t('Did you mean {nearest}?', { nearest })}` : '';
				return problem('unattend-suppression-unknown', code, {
					rule: code.text,
					hint,
					...(nearest ? { replacement: nearest } : {}),
				});
			}),
	);
}
