import type { Span } from '../../../span';
import type { UnattendSource } from '../../unattendSource';
import type { Demand } from '../../values/demand';
import { judge } from '../../values/judge';

/** What a macro must bring where markup belongs. */
type Markup = Pick<Demand, 'accepts' | 'begins' | 'needs'>;

export const elements: Markup = { accepts: text => /^\s*(?:<|$)/.test(text), begins: '< \t\n' };
const attributes: Markup = { accepts: text => /^\s*(?:[\w:.-]+\s*=|$)/.test(text), needs: '=' };
const quotedValue: Markup = { accepts: text => /^["']/.test(text), begins: `"'` };

/** By the rule about what else stands there. */
export const markupOf: Readonly<Record<string, Markup>> = {
	'xml-outside-root': elements,
	'xml-attribute': attributes,
	'xml-attribute-quotes': quotedValue,
};

/** True where the settings of the macros say that they bring no such markup, at least when nothing else is entered. */
export function bringsNone(source: UnattendSource, { start, end }: Span, markup: Markup | undefined): boolean {
	if (markup === undefined) return false;
	const text = source.masked.slice(start, end);
	const place = { start, end, text, isTemplate: false, decode: (raw: string) => raw };
	const verdict = judge(source, place, { ...markup, expected: '' });
	return (verdict.outcome === 'always' || verdict.outcome === 'default') && !verdict.isGuess;
}
