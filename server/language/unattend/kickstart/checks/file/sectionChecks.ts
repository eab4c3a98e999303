import { english, t } from '../../../../../texts/texts';
import { appendAll } from '../../../../appendAll';
import { nearestName } from '../../../../macros/nearestName';
import { type Problem, problem } from '../../../../problem';
import { parseArguments } from '../../../statements/parseArguments';
import type { Section, Statement } from '../../../statements/readStatements';
import { isOpen } from '../../../statements/statementFile';
import { commandOf, isDeprecatedIn, isSectionName, sectionEntries } from '../../commandTable';
import type { KickstartFile } from '../../kickstartFile';
import { checkArguments, replacementFacts } from '../line/argumentChecks';
import { checkConstraints } from '../line/constraintChecks';
import { checkForms } from '../line/formChecks';
import { checkPackages } from '../line/packagesCheck';
import { checkPackageLines } from '../line/packagesLines';

/** What the reference parser says about sections, stray tags and directives. */
export function checkSections(file: KickstartFile): Problem[] {
	const { statements, sections } = file;
	return [
		...statements.flatMap(one => checkTag(file, one)),
		...sections.flatMap(section => checkSection(file, section)),
	];
}

function checkTag(file: KickstartFile, statement: Statement): Problem[] {
	const { kind, head } = statement;
	if (kind === 'directive') return checkDirective(statement);
	if (kind !== 'header' || isOpen(file.source, head.start, head.end)) return [];
	return [unknownSection(head.text, head)];
}

function unknownSection(
	name: string,
	place: { readonly start: number; readonly end: number },
	meant = meantSection(name),
): Problem {
	const hint = meant === undefined ? '' : ` ${t('Did you mean "{meant}"?', { meant })}`;
	return problem('kickstart-unknown-section', place, {
		name,
		hint,
		...(meant === undefined ? {} : { replacement: meant }),
	});
}

/** What other installers and people call a section. */
const sectionNames: Readonly<Record<string, string>> = {
	'%finish': '%post',
	'%post-install': '%post',
	'%post_install': '%post',
	'%postinst': '%post',
	'%postinstall': '%post',
	'%postscript': '%post',
	'%firstboot': '%post',
	'%preinst': '%pre',
	'%prescript': '%pre',
	'%software': '%packages',
	'%rpms': '%packages',
};

const meantSection = (name: string): string | undefined =>
	sectionNames[name.toLowerCase()] ?? nearestName(name, [...sectionEntries.keys()].filter(isSectionName));

function checkDirective(statement: Statement): Problem[] {
	const { head, words, unclosed } = statement;
	if (unclosed !== undefined) return [problem('kickstart-unclosed-quote', { start: unclosed, end: statement.end }, {})];
	const [, path, second] = words;
	if (!path?.text) return [problem('kickstart-include-path', head, { name: head.text })];
	if (/[;,]$/.test(path.text)) {
		const facts = { place: head.text, expected: english('a path without a mark behind it'), value: path.text };
		return [problem('kickstart-form', path, { ...facts, replacement: path.text.replace(/[;,]+$/, '') })];
	}
	const facts = { place: head.text, expected: english('one path'), value: second?.text ?? '' };
	return second && !second.text.startsWith('#') ? [problem('kickstart-form', second, facts)] : [];
}

function checkSection(file: KickstartFile, section: Section): Problem[] {
	const { header, endTag, name } = section;
	const problems: Problem[] = [];
	if (header.head.text !== name && !isToldAsEnd(file, section)) {
		const end = header.head.text === '%' ? (header.words[1]?.end ?? header.end) : header.head.end;
		return [unknownSection(file.source.text.slice(header.start, end), { start: header.start, end }, name)];
	}
	const entry = sectionEntries.get(name);
	if (entry && isDeprecatedIn(entry, file.target.release))
		problems.push(
			problem('kickstart-command-deprecated', header.head, {
				name,
				deprecated: entry.deprecated ?? file.target.release,
				...replacementFacts(entry.replacement),
			}),
		);
	if (!endTag) problems.push(unclosed(file, section));
	for (const directive of section.directives) appendAll(problems, checkDirective(directive));
	for (const tag of [header, ...(endTag ? [endTag] : [])])
		if (tag.unclosed !== undefined)
			problems.push(problem('kickstart-unclosed-quote', { start: tag.unclosed, end: tag.end }, {}));
	if (header.unclosed === undefined) appendAll(problems, checkHeader(file, section));
	if (entry?.bodyRequired && file.source.text.slice(section.bodyStart, section.bodyEnd).trim() === '')
		problems.push(problem('kickstart-missing-argument', header.head, { command: name, expected: english('a text') }));
	if (name === '%packages') return [...problems, ...checkPackages(file, section), ...checkPackageLines(file, section)];
	return problems;
}

/** True for `%end%post` behind another section, which lacks its end for that. */
const isToldAsEnd = ({ source, sections }: KickstartFile, { header, name }: Section): boolean =>
	header.head.text === `%end${name}` &&
	sections.some(({ bodyEnd }) => bodyEnd <= header.start && source.masked.slice(bodyEnd, header.start).trim() === '');

/** A section without its end: reported at the line that was meant as one, else at its header. */
function unclosed({ source }: KickstartFile, { name, header, bodyStart, bodyEnd }: Section): Problem {
	const [both, next] = /^%end(%\S+)/.exec(source.masked.slice(bodyEnd, bodyEnd + 40).trimStart()) ?? [];
	if (both !== undefined) {
		const start = source.masked.indexOf('%', bodyEnd);
		const facts = { name, replacement: `%end\n${next}` };
		return problem('kickstart-section-unclosed', { start, end: start + both.length }, facts);
	}
	const body = source.masked.slice(bodyStart, bodyEnd).trimEnd();
	const lastLine = body.slice(body.lastIndexOf('\n') + 1);
	const word = lastLine.trim();
	const [behind] = /[ \t]+%end$/.exec(word) ?? [];
	if (behind !== undefined) {
		const end = bodyStart + body.length;
		return problem('kickstart-section-unclosed', { start: end - behind.length, end }, { name, replacement: '\n%end' });
	}
	if (!isMeantAsEnd(word)) return problem('kickstart-section-unclosed', header.head, { name, insertAt: bodyEnd });
	const start = bodyStart + body.length - word.length;
	return problem('kickstart-section-unclosed', { start, end: start + word.length }, { name, replacement: '%end' });
}

const isMeantAsEnd = (word: string): boolean =>
	/^(?:%?[ \t]*end(?:[ \t]*%?\w+)?|<\/?%?\w+>|%\/\w*)[;.]?$/i.test(word) ||
	(word.startsWith('%') && nearestName(word, ['%end']) !== undefined);

function checkHeader(file: KickstartFile, { header, name }: Section): Problem[] {
	const command = commandOf(name, file.target.release);
	if (!command || command.entry.free) return [];
	const parsed = { statement: header, command, args: parseArguments(header, command, file.source.masked) };
	const problems = checkArguments(file, parsed);
	return problems.length > 0 ? problems : [...checkConstraints(file, parsed), ...checkForms(file, parsed)];
}
