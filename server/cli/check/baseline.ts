import path from 'node:path';
import { readBytes } from '../localBytes';
import { UsageError } from '../usageError';
import { writeWhole } from '../writeWhole';
import { fingerprinted, slashed } from './fingerprint';
import { type FileReport, severityName } from './report';

/** Reports that are known and not to be told again: fingerprints by file, named from the folder of the baseline. */
type Baseline = Readonly<Record<string, readonly string[]>>;

/** The reports without those that a baseline knows, and how many entries of it stand for nothing any more. */
export async function withoutKnown(
	reports: readonly FileReport[],
	file: string,
	cwd: string,
): Promise<{ readonly reports: readonly FileReport[]; readonly known: number; readonly gone: number }> {
	const baseline = await readBaseline(file, cwd);
	let known = 0;
	let listed = 0;
	const left = reports.map(report => {
		const named = seenFrom(file, cwd, report);
		const entries = new Set(baseline[named.file] ?? []);
		listed += entries.size;
		const unknown = fingerprinted(named).filter(({ fingerprint }) => !entries.has(fingerprint));
		known += report.diagnostics.length - unknown.length;
		return { ...report, diagnostics: unknown.map(({ diagnostic }) => diagnostic) };
	});
	return { reports: left, known, gone: listed - known };
}

/** A report under a name that is the same wherever the check is started. */
const seenFrom = (baseline: string, cwd: string, report: FileReport): FileReport => ({
	...report,
	file: slashed(path.relative(path.resolve(cwd, baseline, '..'), path.resolve(cwd, report.file))),
});

async function readBaseline(file: string, cwd: string): Promise<Baseline> {
	const bytes = await readBytes(path.resolve(cwd, file), `The baseline ${file}`, undefined).catch((error: Error) => {
		throw new UsageError(`${error.message} --write-baseline makes one.`);
	});
	const known = knownIn(new TextDecoder().decode(bytes));
	if (!known) throw new UsageError(`${file} is no baseline of this program. --write-baseline makes one.`);
	return known;
}

function knownIn(text: string): Baseline | undefined {
	try {
		const value: unknown = JSON.parse(text);
		const known: unknown = typeof value === 'object' && value !== null ? Reflect.get(value, 'known') : undefined;
		return isBaseline(known) ? known : undefined;
	} catch (error) {
		if (error instanceof SyntaxError) return undefined;
		throw error;
	}
}

const isBaseline = (value: unknown): value is Baseline =>
	typeof value === 'object' && value !== null && Object.values(value).every(Array.isArray);

/** Writes all that is reported now, but for hints, and gives the number of entries. @throws {UsageError} */
export async function writeBaseline(reports: readonly FileReport[], file: string, cwd: string): Promise<number> {
	const entries = reports
		.map(report => {
			const named = seenFrom(file, cwd, report);
			const told = fingerprinted(named).filter(({ diagnostic }) => severityName(diagnostic) !== 'hint');
			return [named.file, told.map(({ fingerprint }) => fingerprint).sort()] as const;
		})
		.filter(([, known]) => known.length > 0)
		.sort(([a], [b]) => (a < b ? -1 : 1));
	const text = `${JSON.stringify({ version: 1, known: Object.fromEntries(entries) }, undefined, 2)}\n`;
	await writeWhole(path.resolve(cwd, file), text).catch((error: Error) => {
		throw new UsageError(`The baseline ${file} cannot be written: ${error.message}.`);
	});
	return entries.reduce((sum, [, known]) => sum + known.length, 0);
}
