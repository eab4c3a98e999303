import { either } from '../../texts/inARow';
import { findPredefined } from '../macros/predefinedMacros';
import { type Problem, problem } from '../problem';
import type { Span } from '../span';
import type { Dialect } from './dialect';
import { hookMacros, isHook, meantHook } from './macros/hookMacros';
import type { MacroScope } from './macros/macroScope';
import { isWithoutUnattend, shortNameOf, type TargetSystem, targetSystems } from './targetSystem';
import { withoutTemplateEnding } from './templateEnding';
import { type UnattendSource, unattendSource } from './unattendSource';

/** What the appliance asks of every unattend file, whatever its dialect. */
export function applianceProblems(scope: MacroScope, dialect: Dialect): Problem[] {
	const source = unattendSource(scope);
	const found = [...hookProblems(scope, source, dialect), ...foreignMacros(scope, dialect)];
	if (!dialect.imageType) return found;
	const file: UnattendFile = { scope, dialect, place: () => firstWord(source, dialect) };
	const system = checkSystem(file);
	if (system.length > 0) return [...found, ...system];
	return isForAppliance(scope) ? [...found, ...missingHooks(file), ...checkEnding(file)] : found;
}

/** Where the file says its first thing. */
function firstWord(source: UnattendSource, { hooks }: Dialect): Span {
	const start = Math.max(0, source.text.search(/\S/));
	const end = start + (/^\S*/.exec(source.text.slice(start, start + 200))?.[0].length ?? 0);
	return hooks.firstWord?.(source) ?? { start, end };
}

interface UnattendFile {
	readonly scope: MacroScope;
	readonly dialect: Dialect;
	/** Where reports about the whole file stand. */
	place(): Span;
}

/** A file without link and macros may never meet an appliance: nothing is asked of it. */
const isForAppliance = ({ link, references }: MacroScope): boolean =>
	link.configPath !== undefined || link.matches.length > 0 || references.length > 0;

/** One of each belongs into a file: those behind these say nothing new. */
const mostHooks = 20;

function hookProblems({ references }: MacroScope, source: UnattendSource, { hooks }: Dialect): Problem[] {
	const placed = new Set<string>();
	return references
		.filter(macro => isHook(macro.name) && !hooks.isOutside?.(source, macro))
		.slice(0, mostHooks)
		.flatMap(macro => {
			const reason = hooks.misplacement(source, macro);
			if (reason !== undefined) return [problem('unattend-hook-place', macro, { macro: macro.name, reason })];
			if (placed.has(macro.name)) return [problem('unattend-hook-repeated', macro, { macro: macro.name })];
			placed.add(macro.name);
			return [];
		});
}

function missingHooks({ scope, dialect: { hooks }, place }: UnattendFile): Problem[] {
	const written = new Set(scope.all.map(({ name }) => meantHook(name) ?? name));
	const missing = hookMacros.filter(name => !written.has(name));
	if (missing.length === 0 || !hooks.missing) return [];
	// A file that breaks off may have had them behind that.
	if (hooks.place && hooks.place(unattendSource(scope)) === undefined) return [];
	return [problem(hooks.missing, place(), { macros: missing.map(name => `#${name}#`) })];
}

function foreignMacros({ references, predefined, link }: MacroScope, dialect: Dialect): Problem[] {
	const system = dialect.system?.os ?? shortNameOf(link.os);
	if (system === undefined) return [];
	return references.flatMap(macro => {
		const known = findPredefined(predefined, macro.name)?.os;
		if (!known || known.includes(system)) return [];
		const facts = { macro: macro.name, systems: known.map(systemLabel) };
		return [problem('unattend-macro-system', macro, facts)];
	});
}

const systemLabel = (os: string): string => targetSystems.find(system => system.os === os)?.shortLabel ?? os;

function checkSystem({ scope: { link }, dialect: { kind, name }, place }: UnattendFile): Problem[] {
	const { os } = link;
	if (os === undefined) return [];
	if (isWithoutUnattend(os)) return [problem('unattend-system-unsupported', place(), { os })];
	const wanted = targetSystems.find(system => system.isNamed(os));
	if (wanted?.kind === kind) return checkRelease(wanted, link.osrelease, place);
	if (wanted?.takes === undefined) return [];
	return [problem('unattend-system-mismatch', place(), { os, wanted: wanted.takes, found: name })];
}

/** A release that looks like one of another system, and not like one of this. */
function checkRelease(system: TargetSystem, release: string | undefined, place: UnattendFile['place']): Problem[] {
	if (release === undefined || system.isRelease(release)) return [];
	const other = targetSystems.find(({ isRelease }) => isRelease(release));
	if (other === undefined) return [];
	const facts = { release, system: system.shortLabel, other: other.shortLabel };
	return [problem('unattend-release-mismatch', place(), facts)];
}

function checkEnding({ scope: { document }, dialect: { importEndings }, place }: UnattendFile): Problem[] {
	const ending = /\.[^./]+$/.exec(document.uri)?.[0] ?? '';
	if (!importEndings || !document.uri.startsWith('file:') || withoutTemplateEnding(ending) === '') return [];
	if (importEndings.includes(ending.toLowerCase())) return [];
	return [problem('unattend-file-ending', place(), { ending, accepted: either(importEndings) })];
}
