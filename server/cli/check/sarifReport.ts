import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { CodeAction, DiagnosticRelatedInformation, Range, TextEdit } from 'vscode-languageserver-types';
import { version } from '../../../package.json';
import { isSafe, ownEdits } from '../../language/fixAll';
import { documentationOf } from '../../language/problem';
import { isRuleCode, type RuleCode, rules } from '../../language/rules';
import { fingerprinted, slashed } from './fingerprint';
import { fileOf, waysOf } from './jsonReport';
import { type FileReport, type Report, type SeverityName, severityName } from './report';
import { titleOf } from './ruleTitles';

const levels: Readonly<Record<SeverityName, 'error' | 'warning' | 'note' | undefined>> = {
	error: 'error',
	warning: 'warning',
	information: 'note',
	hint: undefined,
};

/** SARIF 2.1.0, which code-scanning services read: every report with its rule, related places and safe fixes. */
export function sarifReport({ reports, skipped = [] }: Report): string {
	const codes = [...new Set(reports.flatMap(({ diagnostics }) => diagnostics.map(({ code }) => code)))].filter(
		isRuleCode,
	);
	const run = {
		tool: {
			driver: {
				name: 'xclarity',
				version,
				informationUri: 'https://github.com/xclarity-authoring/xclarity-authoring',
				rules: codes.map(ruleOf),
			},
		},
		columnKind: 'utf16CodeUnits',
		invocations: [
			{
				executionSuccessful: skipped.length === 0,
				toolExecutionNotifications: skipped.map(({ file, reason }) => ({
					level: 'error',
					message: { text: `Not checked: ${reason}` },
					locations: [{ physicalLocation: { artifactLocation: { uri: uriOf(file) } } }],
				})),
			},
		],
		results: reports.flatMap(report => resultsOf(report, reports, codes)),
	};
	const schema = 'https://json.schemastore.org/sarif-2.1.0.json';
	return `${JSON.stringify({ $schema: schema, version: '2.1.0', runs: [run] }, undefined, 2)}\n`;
}

const ruleOf = (code: RuleCode) => ({
	id: code,
	shortDescription: { text: titleOf(code) },
	helpUri: documentationOf(code),
	defaultConfiguration: { level: levels[rules[code].severity] ?? 'none' },
	properties: { grade: rules[code].grade, source: rules[code].source },
});

function resultsOf(report: FileReport, reports: readonly FileReport[], codes: readonly RuleCode[]) {
	const actions = new Map(waysOf(report).map(each => [each.diagnostic, each.actions]));
	return fingerprinted(report).flatMap(({ diagnostic, fingerprint }) => {
		const { code, message, range, relatedInformation = [] } = diagnostic;
		const level = levels[severityName(diagnostic)];
		if (level === undefined) return [];
		const fixes = (actions.get(diagnostic) ?? []).filter(action => isSafe(action, report.document));
		return [
			{
				ruleId: String(code),
				...(isRuleCode(code) ? { ruleIndex: codes.indexOf(code) } : {}),
				level,
				message: { text: String(message) },
				locations: [{ physicalLocation: locationOf(report.file, range) }],
				relatedLocations: relatedInformation.map((each, id) => relatedOf(each, id, reports)),
				partialFingerprints: { 'xclarity/v1': fingerprint },
				...(fixes.length > 0 ? { fixes: fixes.map(action => fixOf(action, report)) } : {}),
			},
		];
	});
}

function relatedOf(related: DiagnosticRelatedInformation, id: number, reports: readonly FileReport[]) {
	const { location, message } = related;
	const physicalLocation = locationOf(fileOf(location.uri, reports), location.range);
	return { id, message: { text: message }, physicalLocation };
}

const fixOf = (action: CodeAction, { file, document }: FileReport) => ({
	description: { text: action.title },
	artifactChanges: [
		{
			artifactLocation: { uri: uriOf(file) },
			replacements: (ownEdits(action, document.uri) ?? []).map(({ range, newText }: TextEdit) => ({
				deletedRegion: regionOf(range),
				insertedContent: { text: newText },
			})),
		},
	],
});

const locationOf = (file: string, range: Range) => ({
	artifactLocation: { uri: uriOf(file) },
	region: regionOf(range),
});

const regionOf = ({ start, end }: Range) => ({
	startLine: start.line + 1,
	startColumn: start.character + 1,
	endLine: end.line + 1,
	endColumn: end.character + 1,
});

/** Relative paths stay relative: the service knows where the repository is. */
const uriOf = (file: string): string =>
	path.isAbsolute(file) ? pathToFileURL(file).href : slashed(file).split('/').map(encodeURIComponent).join('/');
