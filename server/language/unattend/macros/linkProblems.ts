import { t } from '../../../texts/texts';
import type { Link } from '../../links/link';
import type { MacroReference } from '../../macros/macroReader';
import { isPredefined } from '../../macros/predefinedMacros';
import { type Problem, problem } from '../../problem';
import type { Span } from '../../span';
import type { Dialect } from '../dialect';
import { fileNameOf } from '../fileNameOf';
import type { MacroScope } from './macroScope';

/** What is wrong with the link of a document, at its first custom macro. A script may serve several links. */
export function linkProblems(scope: MacroScope, { imageType }: Dialect): Problem[] {
	const { link, table, document } = scope;
	const custom = scope.references.find(({ name }) => !isPredefined(name));
	const problems: Problem[] = [];
	if (link.isFaultOfManifest) return custom ? [waitingProblem(custom, link)] : [];
	if (link.matches.length > 1 && imageType !== undefined) {
		const place = custom ?? firstLine(scope.text);
		problems.push(
			problem('link-ambiguous', place, { unattend: fileNameOf(document.uri), configs: [...new Set(link.matches)] }),
		);
	}
	if (table !== undefined || custom === undefined) return problems;
	if (link.configPath !== undefined) {
		return [...problems, problem('link-config-unreadable', custom, { config: link.configPath })];
	}
	const paths = link.candidates.map(({ path }) => path);
	const [best] = link.candidates;
	const hint = best
		? ` ${t('{best} declares {declared} of the {used} used here.', { best: best.path, declared: best.declared, used: best.used })}`
		: '';
	const facts = { macro: custom.name, hint, candidates: paths, uris: link.candidates.map(({ uri }) => uri) };
	return [...problems, problem('macro-unlinked', custom, facts)];
}

/** The mistake is one report in the manifest; here a hint says what it does to this file. */
function waitingProblem(custom: MacroReference, { manifestUri }: Link): Problem {
	const start = { line: 0, character: 0 };
	const location = manifestUri === undefined ? undefined : { uri: manifestUri, range: { start, end: start } };
	const related = location && [{ location, message: t('The mistake is reported in this file.') }];
	return problem('link-faulty', custom, { macro: custom.name }, related);
}

function firstLine(text: string): Span {
	const end = text.search(/[\r\n]/);
	return { start: 0, end: end === -1 ? text.length : end };
}
