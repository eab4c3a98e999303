/** Errors and warnings about files that have no mistake. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { DiagnosticSeverity } from 'vscode-languageserver-types';
import type { Files, Subject } from './fault';
import { correctSample } from './measure';
import { check, type Report } from './product';
import { subjects } from './subjects';

export interface FalseAlarmRow {
	readonly name: string;
	/** `undefined` when the files are not on this machine. */
	readonly files: number | undefined;
	readonly alarms: readonly string[];
}

const isLoud = ({ diagnostic }: Report): boolean => (diagnostic.severity ?? 1) <= DiagnosticSeverity.Warning;
const isError = ({ diagnostic }: Report): boolean => (diagnostic.severity ?? 1) === DiagnosticSeverity.Error;
const told = (where: string, { file, diagnostic, lineText }: Report): string =>
	`${where} ${file}:${diagnostic.range.start.line + 1} ${diagnostic.code}: ${diagnostic.message} | ${lineText.trim().slice(0, 160)}`;

/** Generated files: nothing louder than information may be said. */
export async function generatedAlarms(count: number, seed: number): Promise<FalseAlarmRow[]> {
	const rows: FalseAlarmRow[] = [];
	for (const subject of Object.keys(subjects) as Subject[]) {
		const alarms: string[] = [];
		for (let turn = 0; turn < count; turn++) {
			const { checked } = await correctSample(subject, seed + turn);
			alarms.push(...checked.reports.filter(isLoud).map(report => told(`seed ${seed + turn}`, report)));
		}
		rows.push({ name: `generated, ${subject}`, files: count, alarms });
	}
	return rows;
}

/** Our own examples, save the one with a mistake. */
export async function exampleAlarms(): Promise<FalseAlarmRow> {
	const folders = readdirSync('examples').filter(name => !name.endsWith('-with-a-mistake'));
	const alarms: string[] = [];
	for (const folder of folders) {
		const { reports } = await check(filesOf(path.join('examples', folder)));
		alarms.push(...reports.filter(isLoud).map(report => told(folder, report)));
	}
	return { name: 'examples', files: folders.length, alarms };
}

const filesOf = (folder: string): Files =>
	new Map(readdirSync(folder).map(name => [name, readFileSync(path.join(folder, name), 'utf8')]));

/** Real files that their reference parser accepts: an error is a false alarm, a warning may be right. */
export async function corpusAlarms(corpus: string): Promise<FalseAlarmRow[]> {
	const rows: FalseAlarmRow[] = [];
	for (const subject of ['kickstart', 'esxi', 'autoyast', 'windows'] as const) {
		const folder = path.join(corpus, subject);
		if (!existsSync(folder)) {
			rows.push({ name: `real files, ${subject}`, files: undefined, alarms: [] });
			continue;
		}
		const accepted = acceptedFiles(subject, folder);
		const alarms: string[] = [];
		for (const { name, targets } of accepted) {
			const text = readFileSync(path.join(folder, name), 'utf8');
			const unattend = plainName(subject, name);
			for (const osrelease of targets) {
				const { reports } = await check(new Map([[unattend, text], ...manifestFor(subject, unattend, osrelease)]));
				alarms.push(
					...reports.filter(isError).map(report => told(`${name}${osrelease ? ` for ${osrelease}` : ''}`, report)),
				);
			}
		}
		rows.push({ name: `real files, ${subject}`, files: accepted.length, alarms });
	}
	return rows;
}

interface Accepted {
	readonly name: string;
	/** Releases whose parser accepts the file; `undefined` stands for a file without a link. */
	readonly targets: readonly (string | undefined)[];
}

function acceptedFiles(subject: string, folder: string): Accepted[] {
	const names = readdirSync(folder).filter(
		name => !name.endsWith('.jsonl') && !/\.(?:pkrtpl|hcl|template|in|erb|j2)$/.test(name),
	);
	if (subject === 'esxi') return names.map(name => ({ name, targets: [undefined] }));
	const lines = readFileSync(path.join(folder, 'expected.jsonl'), 'utf8')
		.split('\n')
		.filter(line => line !== '');
	const expected = new Map(
		lines.map(line => JSON.parse(line) as Record<string, unknown>).map(one => [String(one.file), one]),
	);
	return names.flatMap(name => {
		const verdict = expected.get(name);
		if (!verdict) return [];
		if (subject === 'kickstart') {
			const rhel = (verdict.rhel ?? {}) as Record<string, { errors: unknown[] }>;
			const accepting = Object.keys(rhel).filter(release => rhel[release]?.errors.length === 0);
			return accepting.length === 0
				? []
				: [{ name, targets: [undefined, ...accepting.map(release => release.replace('RHEL', ''))] }];
		}
		const sections = (verdict.rngInvalidSections ?? []) as unknown[];
		const findings = (verdict.findings ?? []) as unknown[];
		const good =
			verdict.wellFormed === true && verdict.valid !== false && sections.length === 0 && findings.length === 0;
		return good ? [{ name, targets: [undefined] }] : [];
	});
}

/** The name as it is in its own repository, whose folders the corpus writes into the name. */
function plainName(subject: string, name: string): string {
	const last = name.split('__').at(-1) ?? name;
	if (last === 'xclarity.json') return 'file.cfg';
	if (subject === 'kickstart' && !/\.(?:ks|cfg)$/.test(last)) return `${last}.ks`;
	return subject === 'esxi' && !/\.cfg$/.test(last) ? `${last}.cfg` : last;
}

function manifestFor(subject: string, unattend: string, osrelease: string | undefined): [string, string][] {
	if (osrelease === undefined) return [];
	const os = subject === 'kickstart' ? 'rhels' : subject;
	const link = { unattend, config: 'site.xclarity.json', os, osrelease };
	return [
		['xclarity.json', JSON.stringify({ links: [link] })],
		['site.xclarity.json', emptySite],
	];
}

/** A configuration-settings file that only has to be there. */
const emptySite = JSON.stringify({
	category: 'dynamic',
	name: 'site',
	type: 'assoc_array',
	optional: false,
	content: [{ category: 'dynamic', common: true, name: 'notes', type: 'string', optional: true }],
});
