import type { TextDocument } from 'vscode-languageserver-textdocument';
import { oncePerVersion } from '../oncePerVersion';
import type { Problem } from '../problem';
import { configDocument } from './configDocument';
import { configFindings } from './configFindings';
import { withoutConsequences } from './consequences';
import { locateFinding } from './finding';
import { withHabits } from './habits';

/** Every problem of a configuration-settings file by itself, without the files linked with it; once for each version. */
export const configProblems: (document: TextDocument) => readonly Problem[] = oncePerVersion(findProblems);

function findProblems(document: TextDocument): Problem[] {
	const { value, body, syntax: mistakes, truncatedAt, tree, places: placesOf } = configDocument(document);
	const syntax = withHabits(mistakes);
	const findings = value === undefined ? [] : configFindings(value, body);
	if (findings.length === 0) return syntax;
	const places = placesOf();
	const located = findings.flatMap(finding => locateFinding(document, places, finding) ?? []);
	if (syntax.length === 0 && truncatedAt === undefined) return located;
	return [...syntax, ...withoutConsequences(located, { syntax, root: tree(), truncatedAt })];
}
