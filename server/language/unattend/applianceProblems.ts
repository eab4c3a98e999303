import type { Kind } from '../language';
import { findPredefined } from '../macros/predefinedMacros';
import { type Problem, problem } from '../problem';
import { firstWord, misplacement } from './hookMacros';
import { hookMacros, isHook } from './macros/hookMacros';
import type { MacroScope } from './macros/macroScope';
import { type UnattendSource, unattendSource } from './unattendSource';

/** What the appliance asks of every unattend file, whatever its dialect. */
export function applianceProblems(scope: MacroScope, kind: Kind): Problem[] {
	const source = unattendSource(scope);
	const found = [...misplacedHooks(scope, source, kind), ...foreignMacros(scope, kind)];
	if (kind === 'script') return found;
	const file: UnattendFile = { scope, kind, place: () => firstWord(source, kind) };
	const system = checkSystem(file);
	if (system.length > 0) return [...found, ...system];
	return isForAppliance(scope) ? [...found, ...missingHooks(file), ...checkEnding(file)] : found;
}

interface UnattendFile {
	readonly scope: MacroScope;
	readonly kind: Kind;
	/** Where reports about the whole file stand. */
	place(): { readonly start: number; readonly end: number };
}

/** A file without link and macros may never meet an appliance: nothing is asked of it. */
const isForAppliance = ({ link, references }: MacroScope): boolean =>
	link.configPath !== undefined || link.matches.length > 0 || references.length > 0;

/** One of each belongs into a file: those behind these say nothing new. */
const mostHooks = 20;

const misplacedHooks = ({ references }: MacroScope, source: UnattendSource, kind: Kind): Problem[] =>
	references
		.filter(({ name }) => isHook(name))
		.slice(0, mostHooks)
		.flatMap(macro => {
			const reason = misplacement(source, kind, macro);
			return reason === undefined ? [] : [problem('unattend-hook-place', macro, { macro: macro.name, reason })];
		});

function missingHooks({ scope, kind, place }: UnattendFile): Problem[] {
	const written = new Set(scope.all.map(({ name }) => name));
	const missing = hookMacros.filter(name => !written.has(name));
	if (missing.length === 0) return [];
	const code = kind === 'kickstart' ? 'unattend-hook-missing' : 'unattend-hook-absent';
	return [problem(code, place(), { macros: missing.map(name => `#${name}#`) })];
}

/** Short names of the appliance by kind, where the macro list tells systems apart. */
const systems: Readonly<Partial<Record<Kind, string>>> = {
	windows: 'win',
	esxi: 'esxi',
	autoyast: 'sles',
	kickstart: 'rhels',
};

const systemNames: Readonly<Record<string, string>> = {
	win: 'Windows',
	esxi: 'ESXi',
	sles: 'SLES',
	rhels: 'RHEL',
};

function foreignMacros({ references, predefined, link }: MacroScope, kind: Kind): Problem[] {
	const system = systems[kind] ?? shortName(link.os);
	if (system === undefined) return [];
	return references.flatMap(macro => {
		const known = findPredefined(predefined, macro.name)?.os;
		if (!known || known.includes(system)) return [];
		const facts = { macro: macro.name, systems: known.map(name => systemNames[name] ?? name) };
		return [problem('unattend-macro-system', macro, facts)];
	});
}

/** `win2022` and `rhels9.4` are `win` and `rhels`; other spellings stay unknown. */
const shortName = (os: string | undefined): string | undefined =>
	/^(?:win|esxi|sles|rhels)/.exec(os?.toLowerCase() ?? '')?.[0];

const unsupported = /^(?:centos|.*hyper-?v|.*azure|.*hci)/i;

/** LXCA, importing unattend files: which kind of file each operating system takes. */
const takes: readonly { readonly os: RegExp; readonly kind: Kind; readonly file: string }[] = [
	{ os: /^win/i, kind: 'windows', file: 'Windows answer files' },
	{ os: /^(?:rhel|rocky)/i, kind: 'kickstart', file: 'kickstart files' },
	{ os: /^sles/i, kind: 'autoyast', file: 'AutoYaST files' },
];

const kindNames: Readonly<Partial<Record<Kind, string>>> = {
	windows: 'a Windows answer file',
	kickstart: 'a kickstart file for RHEL',
	autoyast: 'an AutoYaST file',
	esxi: 'a kickstart file for ESXi',
};

function checkSystem({ scope: { link }, kind, place }: UnattendFile): Problem[] {
	const { os } = link;
	if (os === undefined) return [];
	if (unsupported.test(os)) return [problem('unattend-system-unsupported', place(), { os })];
	const wanted = takes.find(one => one.os.test(os));
	if (!wanted || wanted.kind === kind) return [];
	return [problem('unattend-system-mismatch', place(), { os, wanted: wanted.file, found: kindNames[kind] ?? kind })];
}

const endings: Readonly<Partial<Record<Kind, readonly string[]>>> = {
	kickstart: ['.cfg', '.ks'],
	autoyast: ['.xml'],
	windows: ['.xml'],
};

/** Endings of templates: what is made of such a file gets another name. */
const templateEnding = /\.(?:in|template|tmpl|tpl|hcl|pkrtpl|j2|jinja2|erb|example|sample)$/i;

function checkEnding({ scope: { document }, kind, place }: UnattendFile): Problem[] {
	const accepted = endings[kind];
	const ending = /\.[^./]+$/.exec(document.uri)?.[0] ?? '';
	if (!accepted || !document.uri.startsWith('file:') || ending === '' || templateEnding.test(ending)) return [];
	if (accepted.includes(ending.toLowerCase())) return [];
	return [problem('unattend-file-ending', place(), { ending, accepted: accepted.join(' or ') })];
}
