import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Problem } from '../problem';
import { configDocument } from './configDocument';
import { configFindings } from './configFindings';
import { withoutConsequences } from './consequences';
import { locateFinding } from './finding';

const found = new WeakMap<TextDocument, { readonly version: number; readonly problems: readonly Problem[] }>();

/** Every problem of a configuration-settings file by itself, without the files linked with it; once for each version. */
export function configProblems(document: TextDocument): readonly Problem[] {
	const known = found.get(document);
	if (known?.version === document.version) return known.problems;
	const problems = findProblems(document);
	found.set(document, { version: document.version, problems });
	return problems;
}

function findProblems(document: TextDocument): Problem[] {
	const { value, body, syntax, truncatedAt, tree } = configDocument(document);
	const findings = value === undefined ? [] : configFindings(value, body);
	if (findings.length === 0) return [...syntax];
	const root = tree();
	const located = findings.flatMap(finding => locateFinding(document, root, finding) ?? []);
	return [...syntax, ...withoutConsequences(located, { syntax, root, truncatedAt })];
}
