import { type JsonValue, plainValue } from '../json/jsonNode';
import { readJson } from '../json/jsonReader';

/** Words for yes and no where a key asks for one of them; elsewhere they are text. */
const answers: Readonly<Record<string, boolean>> = { yes: true, on: true, no: false, off: false };
const yesOrNo: ReadonlySet<string> = new Set(['common', 'optional', 'autoCreateInstance']);

/** The value of a scalar or of a collection on one line; `undefined` for tags, anchors and the like. */
export function yamlScalar(text: string, key?: string): JsonValue | undefined {
	if (/^[&*!@`%]/.test(text)) return undefined;
	if (/^[[{]/.test(text)) return flow(text);
	const double = /^"((?:[^"\\]|\\.)*)"$/.exec(text);
	if (double) return unescaped(text);
	const single = /^'((?:[^']|'')*)'$/.exec(text)?.[1];
	if (single !== undefined) return single.replaceAll("''", "'");
	if (/^["']/.test(text)) return undefined;
	if (/^(?:true|True|TRUE)$/.test(text)) return true;
	if (/^(?:false|False|FALSE)$/.test(text)) return false;
	if (/^(?:null|Null|NULL|~)$/.test(text)) return null;
	const answer = key !== undefined && yesOrNo.has(key) ? answers[text.toLowerCase()] : undefined;
	if (answer !== undefined) return answer;
	if (/^[-+]?(?:0|[1-9]\d*)(?:\.\d+)?$/.test(text)) return Number(text);
	return text;
}

/** Flow collections are JSON whose texts need no quotation marks. */
function flow(text: string): JsonValue | undefined {
	const { root, problems } = readJson(text);
	const isPlain = problems.every(({ code }) => flowCodes.has(code));
	return root && isPlain ? plainValue(root) : undefined;
}

const flowCodes: ReadonlySet<string> = new Set([
	'json-unquoted-key',
	'json-unquoted-value',
	'json-quotes',
	'json-trailing-comma',
	'json-literal',
]);

function unescaped(text: string): string | undefined {
	try {
		const value: unknown = JSON.parse(text);
		return typeof value === 'string' ? value : undefined;
	} catch (error) {
		if (error instanceof SyntaxError) return undefined;
		throw error;
	}
}
