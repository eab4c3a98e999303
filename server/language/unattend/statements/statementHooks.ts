import { t } from '../../../texts/texts';
import type { MacroReference } from '../../macros/macroReader';
import type { Span } from '../../span';
import type { HookPlace, HookPlacement } from '../dialect';
import { isHook } from '../macros/hookMacros';
import type { UnattendSource } from '../unattendSource';
import type { StatementLines } from './readStatements';
import type { StatementFile } from './statementFile';

/** What differs between the formats of commands and sections. */
interface HookOptions extends Pick<HookPlacement, 'missing'> {
	fileOf(source: UnattendSource): StatementLines & Pick<StatementFile, 'source'>;
	/** A command that customarily stands first. */
	readonly first?: RegExp;
}

/** Hook macros among commands: a line of their own outside the sections, at the beginning of the file. */
export function statementHooks({ fileOf, first, missing }: HookOptions): HookPlacement {
	const misplacement = (given: UnattendSource, macro: MacroReference) => {
		const file = fileOf(given);
		return sectionAround(file, macro) ?? besideText(file.source, macro);
	};
	const firstWord = (source: UnattendSource) => headOf(fileOf(source));
	return {
		...(missing ? { missing } : {}),
		misplacement,
		firstWord,
		place(source): HookPlace {
			const { text, macros } = source;
			const start = firstWord(source)?.start ?? Math.max(0, text.search(/\S/));
			// Beside the other hook macro, else before the first command.
			const other = macros.find(macro => isHook(macro.name) && misplacement(source, macro) === undefined);
			const lineEnd = text.indexOf('\n', other?.end ?? start);
			const isBehind = other !== undefined || first?.test(text.slice(start, start + 20)) === true;
			const offset = isBehind && lineEnd >= 0 ? lineEnd + 1 : text.lastIndexOf('\n', start - 1) + 1;
			return { offset, before: '', after: text.includes('\r\n') ? '\r\n' : '\n' };
		},
	};
}

function headOf({ statements, sections }: StatementLines): Span | undefined {
	const heads = [statements[0]?.head, sections[0]?.header.head].flatMap(head => head ?? []);
	const [first] = heads.sort((a, b) => a.start - b.start);
	return first && { start: first.start, end: first.end };
}

function sectionAround({ sections }: StatementLines, { start }: MacroReference): string | undefined {
	const section = sections.find(
		({ header, endTag, bodyEnd }) => header.start <= start && start < (endTag?.start ?? bodyEnd),
	);
	return section && t('it stands in the section {section}', { section: section.name });
}

function besideText({ masked }: UnattendSource, { start, end }: MacroReference): string | undefined {
	const before = masked.slice(masked.lastIndexOf('\n', start) + 1, start).trimStart();
	if (before.startsWith('#')) return t('it stands in a comment');
	const lineBreak = masked.indexOf('\n', end);
	const behind = masked.slice(end, lineBreak < 0 ? masked.length : lineBreak).trim();
	return before !== '' || (behind !== '' && !behind.startsWith('#')) ? t('it stands beside other text') : undefined;
}
