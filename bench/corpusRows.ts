/** Every measure of every dialect as rows of one table. */
import { measure as measureEsxi } from './esxiAgreement';
import { measure as measureKickstart, type Row } from './unattendCorpusKickstart';
import { type DialectName, type Difference, measure as measureXml } from './xmlAgreement';

export interface DialectRow extends Row {
	readonly dialect: string;
	readonly meant: readonly string[];
}

/** @param corpus folder with the real files and the reference parsers' verdicts */
export function corpusRows(corpus: string): DialectRow[] {
	const lines = (dialect: string, rows: readonly Row[]): DialectRow[] =>
		rows.map(row => ({ dialect, meant: [], ...row }));
	return [
		...lines('kickstart', measureKickstart(corpus)),
		...lines('esxi', measureEsxi(corpus)),
		...xmlRows('autoyast'),
		...xmlRows('windows'),
	];
}

const shown = ({ file, line, what, reason }: Difference): string =>
	`${file}:${line} ${what}${reason === undefined ? '' : ` (${reason})`}`;

function xmlRows(dialect: DialectName): DialectRow[] {
	const found = measureXml(dialect);
	const ofKind = (kind: RegExp, meant: boolean): string[] =>
		found.differences.filter(({ what, reason }) => kind.test(what) && (reason !== undefined) === meant).map(shown);
	const row = (name: string, judgements: number, kind: RegExp): DialectRow => ({
		dialect,
		name,
		judgements,
		misses: ofKind(kind, false),
		meant: ofKind(kind, true),
	});
	const findings = /^finding /;
	return [
		row('real files, well-formed or not', found.files, /^well-formedness/),
		row(
			dialect === 'autoyast' ? 'sections, valid or not' : 'files, valid or not',
			found.judged,
			/^(?:section|outer schema)/,
		),
		...(found.findings > 0 ? [row('findings of the schema, at their line', found.findings, findings)] : []),
		{
			dialect,
			name: 'real files, a tenth of the values as macros',
			judgements: found.macroTrials,
			misses: found.newWithMacros.map(shown),
			meant: [],
		},
	];
}
