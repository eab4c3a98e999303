import { type Problem, problem } from '../../problem';

/** A text that may lack one comma and nothing else. */
interface CommaLeftOut {
	/** With that comma. The text lacks nothing else when this is correct JSON. */
	readonly cured: string;
	/** As our own reader reports it. */
	readonly mistake: Problem;
}

/**
 * The comma that is forgotten most often: before a member, a text or an object on a line of its own. Where JSON.parse
 * has stopped tells its place, as far as the engine says that; `undefined` for any other mistake.
 */
export function commaLeftOut(text: string, { message }: SyntaxError): CommaLeftOut | undefined {
	const stop = Number(/ position (\d+)/.exec(message)?.[1]);
	if (text[stop] !== '"' && text[stop] !== '{') return undefined;
	const end = text.slice(0, stop).trimEnd().length;
	// `"dynamic,"` has its comma, if at the wrong place.
	if (!/[\r\n]/.test(text.slice(end, stop)) || text.startsWith(',"', end - 2)) return undefined;
	const mistake = problem('json-missing-comma', { start: end - 1, end }, {});
	return { cured: `${text.slice(0, end)},${text.slice(end)}`, mistake };
}
