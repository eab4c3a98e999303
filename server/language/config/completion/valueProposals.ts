import type { Node } from 'jsonc-parser';
import { CompletionItemKind } from 'vscode-languageserver-types';
import { shortened } from '../../../texts/shortened';
import { t, translate } from '../../../texts/texts';
import { escapeSnippet } from '../../snippet';
import type { Cursor } from '../editing/cursor';
import { childOf, propertyOf } from '../json/jsonNode';
import { regexPatterns } from '../regexPatterns';
import { schemaKeys } from '../schemaKeys';
import type { Proposal } from './proposal';
import { commonAround } from './settingProposals';

/** Values that fit the key at the cursor, the likeliest first. */
export function valueProposals({ object, key: name = '' }: Cursor): Proposal[] {
	if (name === 'regex') return patternProposals();
	if (name === 'value')
		return fittingValues(object).map((value, index) => proposal(name, JSON.stringify(value), index));
	if (name === 'common') return commonsFor(object).map((value, index) => proposal(name, value, index));
	if (name === 'optional' || name === 'autoCreateInstance') {
		return ['true', 'false'].map((value, index) => proposal(name, value, index));
	}
	if (name === 'choices') return choiceProposals(object);
	if (name === 'minElements' || name === 'maxElements') return countProposals(name, object);
	const known = schemaKeys.get(name)?.values ?? [];
	const first = name === 'type' ? typesFor(object) : [];
	const ranked = [...known].sort((a, b) => rankIn(first, a.value) - rankIn(first, b.value));
	return ranked.map(({ value, meaning }, index) =>
		proposal(name, JSON.stringify(value), index, meaning && translate(meaning)),
	);
}

/** True and false, in front what the settings around say, for a setting follows them. */
export function commonsFor(object: Node): readonly string[] {
	return object.parent && !commonAround(object.parent) ? ['false', 'true'] : ['true', 'false'];
}

/** Lists to choose from: with the default that there is, and of yes and no. */
function choiceProposals(object: Node): Proposal[] {
	const value: unknown = childOf(object, 'value')?.value;
	const first = typeof value === 'string' && value !== '' ? JSON.stringify(value) : undefined;
	const lists = [
		{
			label: first ? `[${first}, …]` : '["…", "…"]',
			snippet: `[${first ? escapeSnippet(first) : '"${1:first}"'}, "\${2:second}"]`,
		},
		{ label: '["yes", "no"]', snippet: '["yes", "no"]' },
	];
	return lists.map((list, index) => ({ ...proposal('choices', '', index), ...list }));
}

/** Counts that people use, those that contradict the other bound left out. */
function countProposals(name: 'minElements' | 'maxElements', object: Node): Proposal[] {
	const other: unknown = childOf(object, name === 'minElements' ? 'maxElements' : 'minElements')?.value;
	const counts = name === 'minElements' ? [0, 1, 2] : [3, 1, 2, 5, 10];
	const fits = (count: number): boolean =>
		typeof other !== 'number' || (name === 'minElements' ? count <= other : count >= other);
	return counts.filter(fits).map((count, index) => proposal(name, String(count), index));
}

const rankIn = (first: readonly string[], value: string): number =>
	first.includes(value) ? first.indexOf(value) : first.length;

/** The types that examples show, the one that fits what the object holds in front. */
export function typesFor(object: Node): readonly string[] {
	if (propertyOf(object, 'template')) return ['array', 'assoc_array', 'string'];
	if (propertyOf(object, 'content') || !object.parent) return ['assoc_array', 'array', 'string'];
	return ['string', 'array', 'assoc_array'];
}

function proposal(name: string, json: string, index: number, meaning?: string): Proposal {
	return {
		label: json,
		snippet: escapeSnippet(json),
		key: schemaKeys.get(name),
		meaning,
		sort: String(index).padStart(3, '0'),
		kind: CompletionItemKind.Value,
	};
}

function patternProposals(): Proposal[] {
	return regexPatterns.map(({ title, description, regex, matches, misses }, index) => ({
		label: translate(title),
		snippet: escapeSnippet(JSON.stringify(regex)),
		meaning: shortened(regex, 60),
		documentation: t('{description}\n\nMatches {matches}\n\nRefuses {misses}', {
			description: translate(description),
			matches: codes(matches),
			misses: codes(misses),
		}),
		filter: translate(title),
		sort: String(index).padStart(3, '0'),
		kind: CompletionItemKind.Value,
	}));
}

const codes = (texts: readonly string[]): string =>
	texts.map(text => (text === '' ? 'nothing' : `\`${text}\``)).join(', ');

/** What the setting may be: one of its choices, or of a kind that has few values. */
export function fittingValues(object: Node): readonly (string | boolean)[] {
	const list = childOf(object, 'choices');
	const choices = (list?.type === 'array' ? (list.children ?? []) : []).flatMap(({ value }: { value?: unknown }) =>
		typeof value === 'string' ? value : [],
	);
	if (choices.length > 0) return choices;
	return childOf(object, 'type')?.value === 'boolean' ? [true, false] : [];
}
