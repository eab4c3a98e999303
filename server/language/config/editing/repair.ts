import { TextDocument } from 'vscode-languageserver-textdocument';
import { saidFacts, t, translate } from '../../../texts/texts';
import { appendAll } from '../../appendAll';
import { isBinary } from '../../binaryFile';
import type { RequestFacts } from '../../links/requestEntry';
import { oncePerVersion } from '../../oncePerVersion';
import { rules } from '../../rules';
import { changedText } from '../../textChange';
import { configDocument } from '../configDocument';
import { configProblems } from '../configProblems';
import { layOut, ownIndentation } from '../json/jsonLayout';
import type { Fix, FixScene } from './fix';
import { type LeftOut, wordsOf, wordsOfJson } from './leftOut';
import { roundOf } from './repairRound';
import { requestFacts } from './requestFix';

/** A whole file put right, its lines indented as most of it was. */
export interface Repair {
	readonly text: string;
	/** What the request around the file said about it. */
	readonly request: RequestFacts | undefined;
	/** What a person wrote and the repaired text does not have, word for word. */
	readonly leftOut: readonly LeftOut[];
	/** How many fixes were made. */
	readonly count: number;
	/** Its only fix makes JSON of the text and leaves another problem behind: nothing to offer by itself. */
	readonly isOnlyForm: boolean;
}

/** Why a file is left as it is, in a sentence. */
export interface Refusal {
	readonly refused: string;
}

/** A file is stable after two or three rounds; more are for texts that hide mistakes behind others. */
const mostRounds = 40;

/**
 * All obvious fixes of a document, in rounds until none is left; `undefined` when there are none. Every word of the
 * document is in the text or in what is said to be left out; a repair that would lose one is refused. Once for each
 * version.
 */
export const repairOf: (document: TextDocument) => Repair | Refusal | undefined = oncePerVersion(
	(document: TextDocument) => repaired(document),
);

/** The same without what leaves something out or leaves a gap: what an editor may do on its own when it saves. */
export const safeRepairOf: (document: TextDocument) => Repair | Refusal | undefined = oncePerVersion(
	(document: TextDocument) => repaired(document, isSafe),
);

const isSafe = ({ effect }: Fix): boolean => effect === 'safe';
const isForRepair = (fix: Fix): boolean => isSafe(fix) || fix.isForRepair === true;

export const isRefusal = (repair: object): repair is Refusal => 'refused' in repair;

/** What fixes need to know of a document. */
export function fixScene(document: TextDocument): FixScene {
	const config = configDocument(document);
	return {
		text: document.getText(),
		// Most fixes do not look at the tree, and of a correct text it is not made yet.
		get root() {
			return config.tree();
		},
		get file() {
			return config.fileNode();
		},
		unwrapped: config.unwrapped,
		isJson: config.syntax.every(({ code }) => code === 'json-duplicate-key'),
		alike: ({ cause, start }) =>
			cause === undefined
				? []
				: configProblems(document).filter(other => other.cause === cause && other.start !== start),
	};
}

function repaired(document: TextDocument, isTaken = isForRepair): Repair | Refusal | undefined {
	const before = document.getText();
	if (isBinary(before)) return { refused: t('it is no text') };
	const seen = new Set([before]);
	const account = new Account(before);
	let request: RequestFacts | undefined;
	const taken: Fix[] = [];
	let current = document;
	for (let round = 0; round < mostRounds; round++) {
		const problems = configProblems(current);
		if (problems.length === 0) break;
		const conflict = problems.find(({ code }) => code === 'json-merge-conflict');
		if (conflict) return { refused: t('a person must say which of the two versions in it is to stay') };
		const scene = fixScene(current);
		const { fixes, isUnwrapping, corrected } = roundOf(problems, scene, isTaken);
		const text = changedText(
			scene.text,
			fixes.flatMap(({ changes }) => changes),
		);
		if (seen.has(text)) break;
		seen.add(text);
		account.add(fixes, scene.text, corrected);
		appendAll(taken, fixes);
		const isDecoded = scene.file?.type === 'string' && fixes.some(({ leavesOut }) => leavesOut === 'request');
		if (isUnwrapping || isDecoded) account.restart(text);
		if (fixes.some(({ leavesOut }) => leavesOut === 'request')) request = requestFacts(scene);
		current = TextDocument.create('repair:', document.languageId, 0, text);
	}
	const isOnlyForm = taken.length === 1 && taken[0]?.isForRepairOnly === true;
	const text = current.getText();
	// What is safe may be done one by one; a file that is called repaired is JSON.
	const rest = isTaken === isForRepair ? stillNoJson(current, before) : undefined;
	if (rest !== undefined) return { refused: rest };
	if (text === before) return undefined;
	const lost = account.lostFrom(text);
	if (lost.length > 0)
		return {
			refused: t('it would lose {lost}', {
				lost: lost
					.slice(0, 5)
					.map(word => `“${word}”`)
					.join(', '),
			}),
		};
	const inOrder = isTaken === isForRepair ? changedText(text, layOut(text, ownIndentation(text))) : text;
	return { text: inOrder, request, leftOut: account.leftOut, count: taken.length, isOnlyForm };
}

/** Why a text is no JSON that can be read as meant; `undefined` for JSON. */
function stillNoJson(document: TextDocument, before: string): string | undefined {
	const { syntax } = configDocument(document);
	const [left] = syntax.filter(({ code }) => code !== 'json-duplicate-key').sort((a, b) => a.start - b.start);
	if (!left) return undefined;
	// Lines that were taken off would be counted wrong.
	const isSameCount = before.split('\n').length === document.lineCount;
	const reason = translate(rules[left.code].message, saidFacts(left.facts)).replace(/[.。]$/, '');
	return isSameCount
		? t('a person must say what is meant in line {line}: {reason}', {
				line: document.positionAt(left.start).line + 1,
				reason,
			})
		: t('a person must say what is meant: {reason}', { reason });
}

/** Keeps account of a person's words while rounds of fixes pass. */
class Account {
	readonly leftOut: LeftOut[] = [];
	/** Words that the text must have, but for those that were told or corrected. */
	#words: ReadonlySet<string>;
	readonly #settled = new Set<string>();

	constructor(text: string) {
		this.#words = wordsOf(text);
	}

	/** Fixes that were made in a text; `corrected` are the stretches of it that they wrote in another way. */
	add(fixes: readonly Fix[], text: string, corrected: readonly string[]): void {
		for (const { leavesOut, left, changes } of fixes) {
			if (!leavesOut) continue;
			const texts = left ?? changes.map(({ start, end }) => text.slice(start, end));
			for (const each of texts) if (each.trim() !== '') this.leftOut.push({ kind: leavesOut, text: each.trim() });
		}
		for (const each of [...corrected, ...this.leftOut.map(left => left.text)]) {
			for (const word of wordsOf(each)) this.#settled.add(word);
		}
	}

	/** From here on the words count of a text whose wrapping was taken off, or that stood escaped in another one. */
	restart(text: string): void {
		this.#words = wordsOf(text);
	}

	lostFrom(text: string): string[] {
		const there = wordsOfJson(text);
		return [...this.#words].filter(word => !there.has(word) && !this.#settled.has(word));
	}
}
