import type { UnattendSource } from '../unattendSource';
import type { StatementFile } from './readStatements';
import { edit, offsetFact, type Recipe, textFact } from './recipe';

/** Puts the fact `replacement` in the place of the range. */
export const replace: Recipe = situation => {
	const replacement = textFact(situation, 'replacement');
	return replacement === ''
		? undefined
		: { title: `Change to ${replacement}`, edits: [edit(situation, situation.start, situation.end, replacement)] };
};

export const deleteLine: Recipe = situation => {
	const { text } = situation.source;
	const from = text.lastIndexOf('\n', situation.start - 1) + 1;
	const lineBreak = text.indexOf('\n', situation.start);
	const end = lineBreak < 0 ? text.length : lineBreak + 1;
	return { title: 'Delete this line', edits: [edit(situation, from, end, '')] };
};

/** From the end of the option's name on. */
export const deleteValue: Recipe = situation => {
	const from = offsetFact(situation, 'nameEnd');
	if (from === undefined) return undefined;
	return { title: 'Delete the value', edits: [edit(situation, from, situation.end, '')] };
};

export const lineAbove =
	(line: string, title = `Add "${line}"`, careful = false): Recipe =>
	situation => {
		const at = situation.source.text.lastIndexOf('\n', situation.start - 1) + 1;
		return { title, edits: [edit(situation, at, at, `${line}\n`)], careful };
	};

/** Adds a command before the first section, or at the end of the file. */
export const lastCommand =
	(fileOf: (source: UnattendSource) => StatementFile) =>
	(line: string, careful = false): Recipe =>
	situation => {
		const { text } = situation.source;
		const at = fileOf(situation.source).sections[0]?.header.start ?? text.length;
		const glue = at > 0 && text[at - 1] !== '\n' ? '\n' : '';
		return { title: `Add "${line}"`, edits: [edit(situation, at, at, `${glue}${line}\n`)], careful };
	};

/** The same fixes, to be looked at before they are applied. */
export const carefully =
	(recipe: Recipe): Recipe =>
	situation =>
		[recipe(situation) ?? []].flat().map(fix => ({ ...fix, careful: true }));
