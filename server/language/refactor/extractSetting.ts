import type { TextDocument } from 'vscode-languageserver-textdocument';
import { type CodeAction, CodeActionKind, type Range } from 'vscode-languageserver-types';
import { shortened } from '../../texts/shortened';
import { t } from '../../texts/texts';
import { declaredMacros } from '../config/customMacros';
import type { Context, Language } from '../language';
import { macrosOf } from '../macros/uses';
import { replace, type TextChange, textEdit } from '../textChange';
import { fileNameOf } from '../unattend/fileNameOf';
import { afterEdits, longestTried, loudIn } from '../unattend/harmlessActions';
import { addSetting } from './addSettings';
import { type FileChanges, workspaceEdit } from './fileChanges';
import { type Literal, literalAt } from './literalAt';
import { collide, freeName } from './nameRefusal';
import { settingObject } from './newSettings';
import { namesIn } from './settingAt';

/**
 * Turns the selected text into a new setting of the linked configuration file, here or wherever it stands; not where a
 * report would follow. A long text is not tried.
 */
export function extractSetting(
	document: TextDocument,
	range: Range,
	context: Context,
	validate: Language['validate'],
): CodeAction[] {
	const { link, dependents } = context;
	const { config } = link;
	const literal = config && literalAt(document, range);
	if (!config || !literal) return [];
	const name = settingName(config, literal);
	const members = { ...choicesFor(literal.text), value: literal.text };
	const setting = settingObject({ name, children: [] }, { common: true, members });
	const added = addSetting(config, setting);
	if (!added) return [];
	const macro = `#${name}#`;
	const here: FileChanges = { document, changes: [replace(literal, macro)] };
	const declared: FileChanges = { document: config, changes: [added] };
	const isTried = document.getText().length <= longestTried;
	const before = new Set(isTried ? loudIn(validate(document, context)) : []);
	const linked = { ...context, link: { ...link, config: afterwards(declared) } };
	const isHarmless = (changed: FileChanges): boolean =>
		!isTried || loudIn(validate(afterwards(changed), linked)).every(report => before.has(report));
	const extract = (title: string, files: readonly [FileChanges, ...FileChanges[]]): CodeAction[] =>
		isHarmless(files[0])
			? [{ title, kind: CodeActionKind.RefactorExtract, edit: workspaceEdit([declared, ...files]) }]
			: [];
	const shown = shortened(literal.text, 30);
	const others = [document, ...dependents.filter(({ uri }) => uri !== document.uri)]
		.map(one => ({ document: one, changes: occurrences(one, config, literal.text, macro) }))
		.filter(({ changes }) => changes.length > 0);
	const count = others.reduce((sum, { changes }) => sum + changes.length, 0);
	const [own, ...more] = others;
	const isEverywhere = own?.changes.some(({ start, end }) => start === literal.start && end === literal.end);
	return [
		...extract(t('Extract "{shown}" to a setting in {file}', { shown, file: fileNameOf(config.uri) }), [here]),
		...(own && isEverywhere && count > 1
			? extract(t('Extract "{shown}" everywhere in the linked files ({count} places)', { shown, count }), [
					own,
					...more,
				])
			: []),
	];
}

const afterwards = ({ document, changes }: FileChanges): TextDocument =>
	afterEdits(
		document,
		changes.map(change => textEdit(document, change)),
	);

function settingName(config: TextDocument, { name }: Literal): string {
	const taken = namesIn(config);
	const numbered = declaredMacros(config).nodes.some(node => collide({ name }, node));
	return freeName(numbered || name === 'predefined' ? `${name}-value` : name, taken);
}

const pairs: readonly (readonly [string, string])[] = [
	['true', 'false'],
	['yes', 'no'],
	['on', 'off'],
	['enabled', 'disabled'],
];

/** A switch has two values to choose from. */
function choicesFor(text: string): { readonly choices?: string[] } {
	const pair = pairs.find(words => words.includes(text));
	return pair ? { choices: [...pair] } : {};
}

/** Shorter texts stand for too many things. */
const shortest = 3;

/** Where a text stands as a whole word or value: not in a macro, the first word of a line, an option's name or a tag. */
function occurrences(document: TextDocument, config: TextDocument, literal: string, macro: string): TextChange[] {
	if (literal.length < shortest) return [];
	const text = document.getText();
	const isXml = /^\uFEFF?\s*</.test(text);
	const macros = macrosOf(document, declaredMacros(config)).references;
	const changes: TextChange[] = [];
	let next = 0;
	for (let start = text.indexOf(literal); start !== -1; start = text.indexOf(literal, start + literal.length)) {
		const end = start + literal.length;
		while ((macros[next]?.end ?? Number.POSITIVE_INFINITY) <= start) next++;
		if ((macros[next]?.start ?? Number.POSITIVE_INFINITY) < end) continue;
		if (isXml ? isElementText(text, start, end) : isWord(text, start, end)) {
			changes.push({ start, end, newText: macro });
		}
	}
	return changes;
}

const isElementText = (text: string, start: number, end: number): boolean =>
	/>\s*$/.test(text.slice(Math.max(0, start - 80), start)) && /^\s*<\//.test(text.slice(end, end + 80));

function isWord(text: string, start: number, end: number): boolean {
	const before = text.slice(Math.max(0, start - 80), start);
	if (/[\w.%-]$/.test(before) || /(?:^|\n)[ \t]*[^\s=]*$/.test(before)) return false;
	return !/^(?:[\w-]|\.\w)/.test(text.slice(end, end + 2));
}
