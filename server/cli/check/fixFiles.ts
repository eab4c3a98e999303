import { type AroundWork, atWorkOn } from '../../language/atWorkOn';
import { declaredUtf8 } from '../../language/declaredEncoding';
import { type FixedText, fixAll, type LeftReason } from '../../language/fixAll';
import type { Context, Kind } from '../../language/language';
import { isToBeUtf8, kindsInOrder, languageFor } from '../../language/languageService';
import type { DecodedText } from '../../workspace/fileSystem';
import { canonicalUri } from '../../workspace/fileUri';
import { GivenUp } from '../../workspace/givenUp';
import type { Preferences, Workspace } from '../../workspace/workspace';
import { diskFiles, diskWorkspace } from '../diskWorkspace';
import type { FoundFile } from '../findFiles';
import type { Terminal } from '../terminal';
import { workOfCommand } from '../workOfCommand';
import { type ReadyText, readyText } from '../writeText';
import { lineChanges } from './lineChanges';
import { type RepairedText, repairWhole } from './repairWhole';

interface FixOptions {
	readonly files: readonly FoundFile[];
	readonly preferences: Preferences;
	/** Say what would change instead of writing it. */
	readonly dryRun: boolean;
	/** Repair configuration-settings files as a whole, also where that leaves text out. */
	readonly repairs: boolean;
	/** Where the account goes. */
	readonly tell: (text: string) => void;
	readonly terminal: Terminal;
	readonly aroundWork?: AroundWork;
}

/** What became of one file: what was fixed in it, and what was left. */
export interface FixedFile extends RepairedText {
	readonly file: string;
	/** Why nothing of it was written, as a sentence ends. */
	readonly unwritten?: string;
	/** The system has refused it, or somebody else was at it meanwhile. */
	readonly hasFailed?: boolean;
}

/** Fixes files and writes them, and gives a workspace in which they are fixed: after a dry run, too. */
export async function fixFiles({
	files,
	preferences,
	dryRun,
	repairs,
	tell,
	terminal,
	aroundWork = workOfCommand(),
}: FixOptions): Promise<{ readonly workspace: Workspace; readonly fixes: readonly FixedFile[] }> {
	const fixed = new Map<string, DecodedText>();
	const fixes: FixedFile[] = [];
	const readDecoded = async (uri: string) => fixed.get(uri) ?? diskFiles.readDecoded?.(uri);
	const workspace = diskWorkspace(terminal.cwd, { files: { ...diskFiles, readDecoded }, aroundWork });
	const kinds = await kindsOf(files, workspace);
	for (const kind of kindsInOrder) {
		for (const found of files.filter(file => kinds.get(file) === kind)) {
			const document = await workspace.document(found.uri);
			if (!document) continue;
			const fix = repairs && kind === 'config' ? repairWhole : fixAll;
			const made = await unlessGivenUp(async () => {
				const context = await workspace.contextOf(document, kind, preferences);
				const isPlain = isToBeUtf8(kind, document, context);
				const fixing = isPlain ? inPlainUtf8(context) : context;
				return { context, isPlain, result: atWorkOn(document, () => fix(languageFor(kind), document, fixing)) };
			});
			if (!made) {
				fixes.push({ ...nothingOf(document.getText()), file: found.file, refused: tookTooLong });
				continue;
			}
			const { context, isPlain } = made;
			const result = isPlain ? withEncoding(made.result) : made.result;
			const { text } = result;
			const isSame = text === document.getText() && !isPlain;
			const ready = isSame ? undefined : await readyText(found.uri, document.getText(), { after: text, isPlain });
			const unwritten = ready && (await terminal.uninterrupted(() => reasonAgainst(ready, dryRun)));
			if (ready && unwritten !== undefined) {
				workspace.forgetText(found.uri);
				const hasFailed = !('refusal' in ready);
				fixes.push({ ...nothingOf(document.getText()), file: found.file, unwritten, hasFailed });
				continue;
			}
			fixes.push({ ...result, file: found.file });
			if (!ready) continue;
			if (isPlain)
				tell(`${dryRun ? 'would save' : 'saved'} ${found.file} as UTF-8; it was read as ${context.encoding}\n`);
			if (result.count > 0) tell(account(found.file, document.getText(), result, dryRun));
			fixed.set(canonicalUri(found.uri), { text, encoding: isPlain ? 'UTF-8' : (context.encoding ?? 'UTF-8') });
			workspace.forgetText(found.uri);
		}
	}
	tell(leftOutText(fixes) + leftText(fixes));
	return { workspace, fixes };
}

/** Of a file that is written in plain UTF-8 only what is left then is to be fixed. */
const inPlainUtf8 = (context: Context): Context => ({ ...context, encoding: 'UTF-8', decoded: undefined });

/** To write a file in plain UTF-8 is a fix, too. */
const withEncoding = (result: RepairedText): RepairedText => ({
	...result,
	text: declaredUtf8(result.text),
	count: result.count + 1,
	titles: ['Save it as UTF-8', ...result.titles],
});

/** `undefined` where the work was given up. */
async function unlessGivenUp<Result>(work: () => Promise<Result>): Promise<Result | undefined> {
	try {
		return await work();
	} catch (error) {
		if (error instanceof GivenUp) return undefined;
		throw error;
	}
}

/** Of a file whose fixes did not come back; that its check comes back is another question. */
const tookTooLong = 'it took so long that it was given up';

const nothingOf = (text: string): RepairedText => ({ text, count: 0, titles: [], left: [] });

async function kindsOf(
	files: readonly FoundFile[],
	workspace: Workspace,
): Promise<ReadonlyMap<FoundFile, Kind | undefined>> {
	const kinds = new Map<FoundFile, Kind | undefined>();
	for (const found of files) {
		const document = await workspace.document(found.uri);
		kinds.set(found, document && (await unlessGivenUp(() => workspace.kindOf(document))));
	}
	return kinds;
}

/** Writes, and says why that could not be done: one file that somebody else is at does not keep the others. */
async function reasonAgainst(ready: ReadyText, dryRun: boolean): Promise<string | undefined> {
	if (!('write' in ready)) return 'refusal' in ready ? ready.refusal : ready.problem;
	return dryRun ? undefined : ready.write();
}

function account(file: string, before: string, { text, count, titles }: FixedText, dryRun: boolean): string {
	const problems = `${count} problem${count === 1 ? '' : 's'}`;
	if (!dryRun) return `fixed ${problems} in ${file}: ${titles.join('; ')}\n`;
	return `would fix ${problems} in ${file}: ${titles.join('; ')}\n${lineChanges(before, text)}`;
}

/** What the repair of a whole file took away, word for word, and why one was not repaired. */
const leftOutText = (fixes: readonly FixedFile[]): string =>
	fixes
		.flatMap(({ file, leftOut = [], refused, unwritten }) => [
			...leftOut.map(({ text }) => `left out of ${file}:\n${text.replace(/^/gm, '  | ')}\n`),
			...(refused === undefined ? [] : [`${file} was not repaired: ${refused}.\n`]),
			...(unwritten === undefined ? [] : [`${file} was not fixed: ${unwritten}.\n`]),
		])
		.join('');

/** What was left, each with its place in the file as it is now and why. */
const leftText = (fixes: readonly FixedFile[]): string =>
	fixes
		.flatMap(({ file, left }) =>
			left.map(({ diagnostic: { code, range }, reason, title }) => {
				const place = `${file}:${range.start.line + 1}:${range.start.character + 1}`;
				const why = title === undefined ? reasons[reason] : `"${title}" ${reasons[reason]}`;
				return `left ${place} ${code}: ${why}\n`;
			}),
		)
		.join('');

const reasons: Readonly<Record<LeftReason, string>> = {
	decides: 'makes a choice that is yours',
	loses: 'takes away what somebody wrote',
	elsewhere: 'changes another file or asks for more, so it is left to the editor',
	overlaps: 'and the fix of another problem undo each other',
	worsens: 'would leave more problems than it cures',
	untried: 'and others undo each other, or leave more problems than they cure',
	none: 'no fix is offered',
};
