import type { Span } from '../../span';
import { hasDuplicateKeys } from './duplicateKeys';
import { type SameEnds, sameEnds } from './elementMemory';
import { isJsonObject, type JsonPath, type JsonValue } from './jsonNode';
import { stringEnd } from './stringEnd';

/** An object in a text of correct JSON, and the way to it. */
interface PlacedObject extends Span {
	readonly path: JsonPath;
}

/** The last version of a text that was correct. */
interface CorrectVersion {
	readonly text: string;
	readonly value: JsonValue;
	/** The object that was edited last: people type on where they are. */
	readonly edited: PlacedObject | undefined;
}

/**
 * The values of one version of a text after the other. Of a text that was correct when it was read last, only the object
 * around the edit is read again; what lies beside it is the same object as before, so that no value may be changed.
 */
export class ValueMemory {
	#last: CorrectVersion | undefined;

	/**
	 * As JSON.parse gives it; `undefined` for what is no JSON, or seems to have a key twice.
	 * @param onStop is told why JSON.parse refuses the text
	 */
	valueOf(text: string, onStop?: (error: SyntaxError) => void): JsonValue | undefined {
		const edited = this.#last && editedVersion(this.#last, text);
		if (edited) {
			this.#last = edited;
			return edited.value;
		}
		const value = correctValue(text, onStop);
		if (value !== undefined) this.#last = { text, value, edited: undefined };
		return value;
	}
}

function correctValue(text: string, onStop?: (error: SyntaxError) => void): JsonValue | undefined {
	try {
		const value: JsonValue = JSON.parse(text);
		return hasDuplicateKeys(text, value) ? undefined : value;
	} catch (error) {
		if (error instanceof SyntaxError) onStop?.(error);
		// A RangeError is the engine's bound for nesting or length; our own reader has none.
		else if (!(error instanceof RangeError)) throw error;
		return undefined;
	}
}

/** The next version when all that is new lies in one object, and that is correct again. */
function editedVersion({ text: before, value, edited }: CorrectVersion, text: string): CorrectVersion | undefined {
	const ends = sameEnds(before, text);
	const around = edited && isAround(edited, ends) ? edited : objectAround(before, ends);
	if (!around) return undefined;
	const { start, path } = around;
	const end = around.end + ends.growth;
	const inner = correctValue(text.slice(start, end));
	if (!isJsonObject(inner)) return undefined;
	return { text, value: withValueAt(value, path, inner), edited: { start, end, path } };
}

/** Whether an object of the earlier version begins and ends with braces that are the same in the later one. */
const isAround = ({ start, end }: Span, { head, tail, growth }: SameEnds): boolean =>
	start < head && tail - growth < end;

/** Longer objects, and those deeper in others, are read with the whole text. */
const longest = 65_536;
const deepest = 100;

/** An object or a list that is open while a text is read. */
interface Open {
	readonly start: number;
	readonly isObject: boolean;
	/** Offset of the key, or number of the element, that is being read. */
	step: number;
}

/** The innermost object of the earlier version around an edit. */
function objectAround(text: string, ends: SameEnds): PlacedObject | undefined {
	const open: Open[] = [];
	const most = Math.min(text.length, ends.head + longest);
	let lastString = 0;
	for (let at = 0; at < most; at++) {
		const code = text.charCodeAt(at);
		const top = open.at(-1);
		if (code === 34) {
			lastString = at;
			at = stringEnd(text, at);
		} else if (code === 123 || code === 91) {
			if (open.push({ start: at, isObject: code === 123, step: 0 }) > deepest) return undefined;
		} else if (code === 58 && top) top.step = lastString;
		else if (code === 44 && top?.isObject === false) top.step++;
		else if (code === 125 || code === 93) {
			open.pop();
			const found = top?.isObject && { start: top.start, end: at + 1 };
			if (found && isAround(found, ends)) return { ...found, path: open.map(each => stepOf(text, each)) };
		}
	}
	return undefined;
}

const stepOf = (text: string, { isObject, step }: Open): string | number =>
	isObject ? String(JSON.parse(text.slice(step, stringEnd(text, step) + 1))) : step;

function withValueAt(value: JsonValue | undefined, [step, ...steps]: JsonPath, inner: JsonValue): JsonValue {
	if (step === undefined || value === undefined) return inner;
	if (Array.isArray(value)) return value.with(Number(step), withValueAt(value[Number(step)], steps, inner));
	return isJsonObject(value) ? { ...value, [step]: withValueAt(value[step], steps, inner) } : inner;
}
