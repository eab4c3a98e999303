import type { Diagnostic } from 'vscode-languageserver-types';
import { slashed } from './fingerprint';
import { countsOf, type FileReport, isError, type Report, severityName } from './report';

/** JUnit's XML: a suite for each file, a failed case for each error; the other reports are its output. */
export function junitReport(report: Report): string {
	const { reports, skipped = [] } = report;
	const { errors } = countsOf(report);
	const suites = reports.map(suiteOf);
	const missed = skipped.map(({ file, reason }) => {
		const error = element('error', { message: `Not checked: ${reason}`, type: 'not-checked' }, '');
		return suite({ file, tests: 1, failures: 0, errors: 1 }, element('testcase', caseOf(file, 'check'), error));
	});
	const tests = reports.reduce((sum, each) => sum + Math.max(1, each.diagnostics.filter(isError).length), 0);
	const totals = { name: 'xclarity check', tests: tests + skipped.length, failures: errors, errors: skipped.length };
	return `<?xml version="1.0" encoding="UTF-8"?>\n${element('testsuites', totals, `\n${[...suites, ...missed].join('')}`)}\n`;
}

function suiteOf({ file, diagnostics }: FileReport): string {
	const failed = diagnostics.filter(isError);
	const cases = failed.map(diagnostic => {
		const facts = { message: String(diagnostic.message), type: String(diagnostic.code) };
		return element('testcase', caseOf(file, nameOf(diagnostic)), element('failure', facts, lineOf(file, diagnostic)));
	});
	const others = diagnostics.filter(diagnostic => !isError(diagnostic) && severityName(diagnostic) !== 'hint');
	const output =
		others.length === 0 ? '' : element('system-out', {}, others.map(each => lineOf(file, each)).join('\n'));
	const clean = cases.length === 0 ? [element('testcase', caseOf(file, 'check'), '')] : cases;
	const counts = { file, tests: clean.length, failures: failed.length, errors: 0 };
	return suite(counts, [...clean, ...(output === '' ? [] : [output])].join('\n'));
}

interface SuiteCounts {
	readonly file: string;
	readonly tests: number;
	readonly failures: number;
	readonly errors: number;
}

const suite = ({ file, ...counts }: SuiteCounts, content: string): string =>
	`${element('testsuite', { name: slashed(file), ...counts }, `\n${content}\n`)}\n`;

const caseOf = (file: string, name: string) => ({ name, classname: slashed(file), file: slashed(file) });

const nameOf = ({ code, range: { start } }: Diagnostic): string => `${code} ${start.line + 1}:${start.character + 1}`;

const lineOf = (file: string, diagnostic: Diagnostic): string => {
	const { start } = diagnostic.range;
	const place = `${slashed(file)}:${start.line + 1}:${start.character + 1}`;
	return escaped(`${place} ${severityName(diagnostic)} ${String(diagnostic.message)} [${diagnostic.code}]`);
};

/** @param content XML, not text */
function element(name: string, attributes: Readonly<Record<string, string | number>>, content: string): string {
	const given = Object.entries(attributes).map(([key, value]) => ` ${key}="${escaped(String(value))}"`);
	return content === '' ? `<${name}${given.join('')}/>` : `<${name}${given.join('')}>${content}</${name}>`;
}

const names: Readonly<Record<string, string>> = {
	'&': '&amp;',
	'<': '&lt;',
	'>': '&gt;',
	'"': '&quot;',
	'\n': '&#10;',
};

/** Characters that XML cannot hold are shown as a question mark. */
const escaped = (text: string): string =>
	text
		.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Surrogate}/gu, '?')
		.replace(/[&<>"\n]/g, sign => names[sign] ?? sign);
