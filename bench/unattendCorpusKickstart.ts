import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Problem } from '../server/language/problem';
import { rules } from '../server/language/rules';
import type { Rule } from '../server/language/rules/rule';
import { kickstartDialect } from '../server/language/unattend/kickstart/kickstartDialect';
import { kickstartSource, type SourceOptions } from '../test/server/language/unattend/kickstart/kickstartSource';

/** One line of the table: how often we and the reference agree, and each case where we do not. */
export interface Row {
	readonly name: string;
	readonly judgements: number;
	readonly misses: readonly string[];
	/** Differences that are meant, each with its reason. */
	readonly meant?: readonly string[];
}

const template = /\.(pkrtpl\.hcl|template|in|erb|j2)$/;
const releases = ['RHEL7', 'RHEL8', 'RHEL9', 'RHEL10'] as const;

interface ReferenceError {
	readonly line: number | null;
	readonly message?: string;
	readonly category?: string;
}

interface Case {
	readonly name: string;
	readonly text: string;
	readonly release: string;
	/** The reference stops at the first error of a small input, and goes on in a file. */
	readonly errors: readonly ReferenceError[];
	readonly goesOn: boolean;
}

/** Measures the kickstart checks against the reference parser's verdicts in a corpus folder. */
export function measure(corpus: string): Row[] {
	const folder = path.join(corpus, 'kickstart');
	const files = readFiles(folder);
	const literal = files.filter(({ name, text }) => !template.test(name) && !/<%|\$SNIPPET|\{\{/.test(text));
	const inputs = readInputs(folder);
	return [
		verdicts('real literal files, error or not', literal),
		lines('real literal files, error lines', literal),
		falseErrors('real literal files, false errors', literal),
		falseErrors(
			'template files, false errors',
			files.filter(file => !literal.includes(file)),
		),
		verdicts('small inputs, error or not', inputs),
		lines('small inputs, error lines', inputs),
		withMacros('real literal files, a tenth of the values as macros', literal, false),
		withMacros('real literal files, macros with the value as only choice', literal, true),
		withMacros('small inputs, a tenth of the values as macros', inputs, false),
		withMacros('small inputs, macros with the value as only choice', inputs, true),
	];
}

function readFiles(folder: string): Case[] {
	return jsonLines(path.join(folder, 'expected.jsonl')).flatMap(expected => {
		const name = String(expected.file);
		if (!readdirSync(folder).includes(name)) return [];
		const text = readFileSync(path.join(folder, name), 'utf8');
		const verdict = expected.rhel as Record<string, { errors: ReferenceError[] }>;
		return releases.map(release => ({ name, text, release, errors: verdict[release]?.errors ?? [], goesOn: true }));
	});
}

function readInputs(folder: string): Case[] {
	return jsonLines(path.join(folder, 'pykickstart-inputs.jsonl')).flatMap(input => {
		const verdict = input.rhel as Record<string, ReferenceError & { verdict: string }>;
		return releases.flatMap(release => {
			const found = verdict[release];
			if (!found) return [];
			const errors = found.verdict === 'error' ? [found] : [];
			return [
				{ name: `${input.id} ${JSON.stringify(input.text)}`, text: String(input.text), release, errors, goesOn: false },
			];
		});
	});
}

const jsonLines = (file: string): Record<string, unknown>[] =>
	readFileSync(file, 'utf8')
		.split('\n')
		.filter(line => line.trim() !== '')
		.map(line => JSON.parse(line));

const isError = ({ code }: Problem): boolean => (rules[code] as Rule).severity === 'error';

function errorsOf({ text, release }: { text: string; release: string }, options: SourceOptions = {}) {
	const source = kickstartSource(text, { ...options, os: 'rhels', release: release.replace('RHEL', '') });
	return kickstartDialect
		.validate(source)
		.filter(isError)
		.map(({ code, start, facts }) => ({ code, facts, line: source.document.positionAt(start).line + 1 }));
}

const told = (errors: readonly { line: number; code: string }[]): string =>
	errors.map(({ line, code }) => `${line} ${code}`).join('; ') || 'no error';
const toldReference = (errors: readonly ReferenceError[]): string =>
	errors.map(({ line, message, category }) => `${line} ${message ?? category}`).join('; ') || 'no error';

function verdicts(name: string, cases: readonly Case[]): Row {
	const misses = cases.flatMap(one => {
		const ours = errorsOf(one);
		return ours.length > 0 === one.errors.length > 0
			? []
			: [`${one.release} ${one.name}: reference ${toldReference(one.errors)}; we ${told(ours)}`];
	});
	return { name, judgements: cases.length, misses };
}

/** Lines compare where both find errors. An unclosed section stands at its header with us, at the end with the reference. */
function lines(name: string, cases: readonly Case[]): Row {
	let judgements = 0;
	const misses = cases.flatMap(one => {
		const ours = errorsOf(one);
		const located = one.errors.filter(({ line, category }) => line !== null && category !== 'missing-end');
		if (ours.length === 0 || located.length === 0) return [];
		judgements++;
		const ourLines = new Set(ours.map(({ line }) => line));
		const theirs = new Set(located.map(({ line }) => line));
		const missed = [...theirs].some(line => line !== null && !ourLines.has(line));
		const extra = one.goesOn && [...ourLines].some(line => !theirs.has(line));
		return missed || extra
			? [`${one.release} ${one.name}: reference ${toldReference(one.errors)}; we ${told(ours)}`]
			: [];
	});
	return { name, judgements, misses };
}

function falseErrors(name: string, cases: readonly Case[]): Row {
	const misses = cases.flatMap(one => {
		const theirs = new Set(one.errors.map(({ line }) => line));
		const wrong = errorsOf(one).filter(({ line }) => !theirs.has(line));
		return wrong.length === 0 ? [] : [`${one.release} ${one.name}: ${told(wrong)}`];
	});
	return { name, judgements: cases.length, misses };
}

/** Every tenth option value or argument becomes a macro: no error may come that was not there. */
function withMacros(name: string, cases: readonly Case[], known: boolean): Row {
	let judgements = 0;
	const misses = cases.flatMap((one, index) => {
		const { text, values } = substitute(one.text, index % 10, known);
		if (text === one.text) return [];
		judgements++;
		const before = errorsOf(one);
		const added = errorsOf({ ...one, text }, { values }).filter(({ line }) => !before.some(old => old.line === line));
		return added.length === 0 ? [] : [`${one.release} ${one.name}: ${told(added)}`];
	});
	return { name, judgements, misses };
}

/** Makes every tenth value of a text a macro. */
export function substitute(text: string, phase: number, known: boolean) {
	const values: Record<string, { type: string; choices?: readonly string[] }> = {};
	let count = phase;
	let inSection = false;
	const changed = text.split('\n').map(line => {
		if (/^\s*%end\b/.test(line)) inSection = false;
		else if (/^\s*%(?!include|ksappend)/.test(line)) inSection = true;
		if (inSection || /^\s*(#|%|$)/.test(line)) return line;
		return line.replace(/(\s--[\w-]+=|\s)([^\s"'#=%-][^\s"'#=]*)(?=\s|$)/g, (whole, before: string, value: string) => {
			if (++count % 10 !== 0) return whole;
			const macro = `custom.value${count}`;
			values[macro] = { type: 'string', ...(known ? { choices: [value] } : {}) };
			return `${before}#${macro}#`;
		});
	});
	return { text: changed.join('\n'), values };
}
