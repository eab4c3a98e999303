import type { Redact } from './redact';
import { readText } from './reply';
import { isObject, type JsonObject } from './wire';

/** A fault that the appliance finds in a configuration file. */
export interface ReportedFault {
	readonly text: string;
	/** Where in the file, in the appliance's own way: names or a pointer. */
	readonly path?: string;
	/** Counted from 1, as a person counts. */
	readonly line?: number;
}

/** The appliance's opinion of a configuration file. */
export interface SettingsReport {
	/** The macros that the file makes; empty for a file with faults. */
	readonly customMacros: readonly string[];
	readonly errorReport: readonly ReportedFault[];
	/** The text in which lines most likely count: what was sent, with two blanks a level where it was sent as JSON. */
	readonly countedIn: string;
	readonly raw: JsonObject;
}

const pathKeys = ['path', 'location', 'pointer', 'instancePath', 'dataPath', 'field', 'key', 'parameter', 'name'];
const lineKeys = ['line', 'lineNumber', 'lineNo', 'row'];
const textKeys = ['text', 'message', 'msg', 'error', 'errorMessage', 'description', 'explanation', 'reason'];

/** Files nest some levels, reports of them no deeper. */
const deepest = 20;

const first = (entry: JsonObject, keys: readonly string[]): unknown => {
	const found = Object.entries(entry).find(([key]) => keys.some(known => known.toLowerCase() === key.toLowerCase()));
	return found?.[1];
};

const pathText = (value: unknown): string =>
	Array.isArray(value)
		? value
				.map(readText)
				.filter(part => part !== '')
				.join('.')
		: readText(value);

const joined = (outer: string, inner: string): string => [outer, inner].filter(part => part !== '').join('.');

function fault(text: string, path: string, line: unknown): ReportedFault {
	const said = Number.parseInt(readText(line) || (/\bline\s+(\d{1,7})\b/i.exec(text)?.[1] ?? ''), 10);
	return { text, ...(path === '' ? {} : { path }), ...(said > 0 ? { line: said } : {}) };
}

const textFaults = (text: string, where: string): readonly ReportedFault[] =>
	text
		.split('\n')
		.map(line => line.trim())
		.filter(line => line !== '')
		.map(line => fault(line, where, undefined));

/** The shape of the report is not documented: texts are found in strings, arrays, and objects of any keys. */
function readFaults(value: unknown, where: string, depth: number): readonly ReportedFault[] {
	if (depth > deepest || value === undefined || value === null || typeof value === 'boolean') return [];
	if (Array.isArray(value)) return value.flatMap(entry => readFaults(entry, where, depth + 1));
	if (!isObject(value)) return textFaults(readText(value), where);
	const text = first(value, textKeys);
	const path = pathText(first(value, pathKeys));
	if (typeof text === 'string') return [fault(readText(text), path === '' ? where : path, first(value, lineKeys))];
	return Object.entries(value).flatMap(([key, inner]) =>
		readFaults(inner, /^(errors?|faults?|items|entries|list)$/i.test(key) ? where : joined(where, key), depth + 1),
	);
}

/** A macro as text, without hashes: a string, or an object that carries it as `macroName` or `name`. */
function readMacros(value: unknown): readonly string[] {
	const entries: readonly unknown[] = Array.isArray(value) ? value : isObject(value) ? Object.keys(value) : [value];
	return entries
		.map(entry => readText(isObject(entry) ? (entry.macroName ?? entry.name) : entry).replace(/^#(.*)#$/, '$1'))
		.filter(name => name !== '');
}

export function readSettingsReport(body: JsonObject, countedIn: string, redact: Redact): SettingsReport {
	return {
		countedIn,
		customMacros: readMacros(body.customMacros),
		errorReport: readFaults(body.errorReport, '', 0).map(entry => ({ ...entry, text: redact(entry.text) })),
		raw: body,
	};
}

/** JSON as JSON; what is none goes as text, so that the appliance can say what it thinks of it. */
export function jsonOrText(text: string): unknown {
	try {
		return JSON.parse(text.replace(/^\ufeff/, ''));
	} catch (error) {
		if (error instanceof SyntaxError) return text;
		throw error;
	}
}
