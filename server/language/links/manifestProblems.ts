import type { TextDocument } from 'vscode-languageserver-textdocument';
import { t } from '../../texts/texts';
import { appendAll } from '../appendAll';
import type { Context } from '../language';
import { nearestName } from '../macros/nearestName';
import { type Problem, problem } from '../problem';
import { isRuleCode, rules } from '../rules';
import { type ApplianceSystem, isListed, listedReleases } from './applianceSystem';
import { ignoreProblems } from './ignoreProblems';
import {
	type Manifest,
	type ManifestLink,
	type ManifestText,
	type ManifestTree,
	manifestTree,
	member,
	mostPatterns,
} from './manifest';
import { shapeProblems, syntaxProblems } from './manifestShape';
import { isGlob, isHarmless, matchesPattern, normalPath } from './matching';
import { isManifest, nearestFiles } from './nearestFiles';
import { repeatedKeys } from './repeatedKeys';
import { systemProblems } from './systemProblems';

/** What is wrong with a manifest. Without any `files`, none is missed; without systems, every release is taken. */
export function manifestProblems(
	document: TextDocument,
	{
		files,
		isFileListCut,
		applianceSystems: systems = [],
	}: Pick<Context, 'files' | 'isFileListCut' | 'applianceSystems'>,
): Problem[] {
	const tree = manifestTree(document);
	const { root, manifest } = tree;
	const syntax = syntaxProblems(document.getText(), tree);
	// What is read of a text that is no JSON is not what was meant.
	if (!root || syntax.length > 0) return syntax;
	return [
		...shapeProblems(root),
		...repeatedKeys(root),
		...pathProblems(manifest.links, isFileListCut ? [] : files),
		...tooManyProblems(manifest),
		...ignoreProblems(root),
		...repeatedProblems(manifest.links, files),
		...systemProblems(tree, systems),
		...releaseProblems(tree, systems),
		...ruleProblems(tree),
	];
}

function pathProblems(links: readonly ManifestLink[], files: readonly string[]): Problem[] {
	const known = new Set(files);
	const takenBy = takenConfigs(links);
	const nearest = nearestFiles(files);
	return links.flatMap(link => {
		const { config, unattend, scripts } = link;
		if (config && isSwapped(link)) return [problem('link-swapped', config, { config: config.text })];
		return [
			...(config ? [configProblem(config, known, path => nearest.config(path, () => takenBy(link))) ?? []].flat() : []),
			...unattend.flatMap(pattern => jsonProblem(pattern) ?? patternProblem(pattern, known, nearest.file) ?? []),
			...scripts.flatMap(pattern => patternProblem(pattern, known, nearest.file) ?? []),
		];
	});
}

/**
 * Configuration-settings files that links name for the unattend files of a link. Where its own is missing, those are no
 * way out of that.
 */
function takenConfigs(links: readonly ManifestLink[]): (link: ManifestLink) => ReadonlySet<string> {
	const byPath = new Map<string, Set<string>>();
	for (const { unattend, config } of links) {
		const named = config && normalPath(config.text);
		if (named === undefined) continue;
		for (const { text } of unattend) {
			const path = normalPath(text) ?? text;
			const known = byPath.get(path);
			if (known) known.add(named);
			else byPath.set(path, new Set([named]));
		}
	}
	return ({ unattend }) => {
		const [first = none, ...more] = unattend.flatMap(({ text }) => byPath.get(normalPath(text) ?? text) ?? []);
		return more.length === 0 ? first : new Set([first, ...more].flatMap(configs => [...configs]));
	};
}

const none: ReadonlySet<string> = new Set();

/** A configuration-settings file is JSON, and no unattend file is. */
function isSwapped({ config, unattend }: ManifestLink): boolean {
	const isJson = ({ text }: ManifestText): boolean => /\.json$/i.test(text);
	return config !== undefined && !isJson(config) && unattend.length > 0 && unattend.every(isJson);
}

/** No unattend file is JSON. */
function jsonProblem(pattern: ManifestText): Problem | undefined {
	if (!/\.json$/i.test(pattern.text)) return undefined;
	return problem('link-file-kind', pattern, { path: pattern.text, kind: t('an unattend file'), key: 'unattend' });
}

function configProblem(
	config: ManifestText,
	known: ReadonlySet<string>,
	nearest: (path: string) => string | undefined,
): Problem | undefined {
	const path = normalPath(config.text);
	if (path === undefined) return problem('link-path-outside', config, { path: config.text });
	if (known.has(path) && (!/\.json$/i.test(path) || isManifest(path))) {
		return problem('link-file-kind', config, {
			path: config.text,
			kind: t('a configuration-settings file'),
			key: 'config',
		});
	}
	if (known.size === 0 || known.has(path)) return undefined;
	return problem('link-config-missing', config, { path: config.text, ...suggestion(nearest(path)) });
}

function patternProblem(
	pattern: ManifestText,
	known: ReadonlySet<string>,
	nearest: (path: string) => string | undefined,
): Problem | undefined {
	const path = normalPath(pattern.text);
	if (path === undefined) return problem('link-path-outside', pattern, { path: pattern.text });
	const glob = isGlob(path);
	if (glob && !isHarmless(path)) return problem('link-pattern', pattern, { reason: tooLong() });
	if (known.size === 0 || known.has(path)) return undefined;
	if (glob && [...known].some(file => matchesPattern(path, file))) return undefined;
	return problem('link-no-match', pattern, { path: pattern.text, ...suggestion(glob ? undefined : nearest(path)) });
}

const tooLong = (): string => t('This pattern is too long or has too many stars; name the folders instead.');

function tooManyProblems({ tooMany }: Manifest): Problem[] {
	if (!tooMany) return [];
	const reason = t('This file has more than {most} patterns: this one and those behind it name nothing.', {
		most: mostPatterns,
	});
	return [problem('link-pattern', tooMany, { reason })];
}

const suggestion = (nearest: string | undefined): { readonly hint: string; readonly replacement?: string } =>
	nearest === undefined
		? { hint: '' }
		: { hint: ` ${t('Did you mean {nearest}?', { nearest })}`, replacement: nearest };

/** One report for each pattern that names a file which an earlier entry names, or its own: the earlier one counts. */
function repeatedProblems(links: readonly ManifestLink[], files: readonly string[]): Problem[] {
	const named = links.flatMap(({ unattend }) => unattend.flatMap(({ text }) => normalPath(text) ?? []));
	const all = [...new Set([...files, ...named.filter(path => !isGlob(path))])];
	const owner = new Map<string, ManifestLink>();
	const problems: Problem[] = [];
	// A link without its file is reported as that.
	const known = new Set(files);
	const isMissing = ({ config }: ManifestLink): boolean =>
		config !== undefined && known.size > 0 && !known.has(normalPath(config.text) ?? '');
	for (const link of links.filter(each => !isMissing(each))) {
		appendAll(problems, repeatedInList(link.unattend));
		appendAll(problems, repeatedInList(link.scripts));
		const own = link.unattend.map(pattern => ({ pattern, files: filesOf(pattern, all) }));
		for (const { pattern, files: matched } of own) {
			const taken = matched.find(file => owner.has(file));
			const earlier = taken === undefined ? undefined : owner.get(taken);
			if (taken !== undefined && earlier) problems.push(repeated(pattern, taken, [earlier, link]));
		}
		for (const file of own.flatMap(each => each.files)) if (!owner.has(file)) owner.set(file, link);
	}
	return problems;
}

/** Paths that stand twice in one list. */
function repeatedInList(list: readonly ManifestText[]): Problem[] {
	const named = new Set<string>();
	return list.flatMap(pattern => {
		const path = normalPath(pattern.text);
		const isRepeated = path !== undefined && named.has(path);
		if (path !== undefined) named.add(path);
		return isRepeated ? [problem('link-repeated', pattern, { unattend: pattern.text, by: t('This list') })] : [];
	});
}

/** The files that a path or pattern names; `all` holds every path that is written out. */
function filesOf({ text }: ManifestText, all: readonly string[]): readonly string[] {
	const path = normalPath(text);
	if (path === undefined) return [];
	return isGlob(path) ? all.filter(file => matchesPattern(path, file)) : [path];
}

function repeated(pattern: ManifestText, unattend: string, links: readonly ManifestLink[]): Problem {
	const configs = [...new Set(links.flatMap(({ config }) => (config ? [normalPath(config.text) ?? config.text] : [])))];
	if (configs.length > 1) return problem('link-ambiguous', pattern, { unattend, configs });
	return problem('link-repeated', pattern, { unattend, by: t('An earlier link') });
}

/** Releases that no connected appliance lists for a system that one of them lists. */
function releaseProblems({ root }: ManifestTree, systems: readonly ApplianceSystem[]): Problem[] {
	if (systems.length === 0) return [];
	return (member(root, 'links')?.children ?? []).flatMap(link => {
		const os: unknown = member(link, 'os')?.value;
		const node = member(link, 'osrelease');
		const release: unknown = node?.value;
		if (!node || typeof os !== 'string' || typeof release !== 'string' || release.trim() === '') return [];
		const listed = listedReleases(systems, os);
		if (!listed || isListed(listed, release)) return [];
		const place = { start: node.offset, end: node.offset + node.length };
		return [problem('link-release-unsupported', place, { os, release, listed })];
	});
}

function ruleProblems({ root }: ManifestTree): Problem[] {
	const node = member(root, 'rules');
	if (node?.type !== 'object') return [];
	return (node.children ?? []).flatMap(({ children }) => {
		const key = children?.[0];
		if (!key || isRuleCode(key.value)) return [];
		const rule = String(key.value);
		const nearest = nearestName(rule, Object.keys(rules));
		const hint = nearest ? ` ${t('Did you mean {nearest}?', { nearest })}` : '';
		return [
			problem(
				'link-rule-unknown',
				{ start: key.offset, end: key.offset + key.length },
				{ rule, hint, ...(nearest ? { replacement: nearest } : {}) },
			),
		];
	});
}
