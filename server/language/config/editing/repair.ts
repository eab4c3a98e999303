import { TextDocument } from 'vscode-languageserver-textdocument';
import { oncePerVersion } from '../../oncePerVersion';
import type { Problem } from '../../problem';
import { changedText, type TextChange } from '../../textChange';
import { configDocument } from '../configDocument';
import { configProblems } from '../configProblems';
import { configFixes } from './configFixes';
import type { Fix, FixScene } from './fix';
import { factNames, type RequestFacts, requestFacts } from './requestFix';

/** A whole file put right. */
export interface Repair {
	readonly text: string;
	/** What the request around the file said about it. */
	readonly request: RequestFacts | undefined;
	/** In words, what a person wrote and the repaired text leaves out. */
	readonly leftOut: readonly string[];
}

/** A file is stable after two or three rounds; more are for texts that hide mistakes behind others. */
const mostRounds = 40;

/** All obvious fixes of a document, in rounds until none is left; `undefined` when there are none. Once for each version. */
export const repairOf = oncePerVersion((document: TextDocument) => repaired(document));

/** The same without what leaves something out or leaves a gap: what an editor may do on its own when it saves. */
export const safeRepairOf = oncePerVersion((document: TextDocument) => repaired(document, isSafe));

const isSafe = ({ effect }: Fix): boolean => effect === 'safe';
const isForRepair = (fix: Fix): boolean => isSafe(fix) || fix.isForRepair === true;

/** What fixes need to know of a document. */
export function fixScene(document: TextDocument): FixScene {
	const config = configDocument(document);
	return {
		text: document.getText(),
		root: config.tree(),
		file: config.fileNode(),
		isJson: config.syntax.every(({ code }) => code === 'json-duplicate-key'),
	};
}

function repaired(document: TextDocument, isTaken = isForRepair): Repair | undefined {
	const before = document.getText();
	const seen = new Set([before]);
	const left: Fix[] = [];
	let request: RequestFacts | undefined;
	let current = document;
	for (let round = 0; round < mostRounds; round++) {
		const problems = configProblems(current);
		if (problems.length === 0) break;
		const scene = fixScene(current);
		const fixes = oneRound(problems, scene, isTaken);
		const text = changedText(
			scene.text,
			fixes.flatMap(({ changes }) => changes),
		);
		if (seen.has(text)) break;
		seen.add(text);
		left.push(...fixes.filter(({ leavesOut }) => leavesOut));
		if (fixes.some(({ leavesOut }) => leavesOut === 'request')) request = requestFacts(scene);
		current = TextDocument.create('repair:', document.languageId, 0, text);
	}
	const text = current.getText();
	return text === before ? undefined : { text, request, leftOut: inWords(left, request) };
}

/** One fix for each problem; of two that touch the same text the second waits for the next round. */
function oneRound(problems: readonly Problem[], scene: FixScene, isTaken: (fix: Fix) => boolean): Fix[] {
	const chosen: Fix[] = [];
	const taken: { readonly change: TextChange; readonly isJson: boolean }[] = [];
	for (const problem of problems) {
		const fix = configFixes(problem, scene).find(isTaken);
		if (!fix) continue;
		const isJson = problem.code.startsWith('json-') && problem.code !== 'json-comment';
		const isFree = fix.changes.every(change =>
			taken.every(other => !collide(change, other.change, isJson && other.isJson)),
		);
		if (!isFree) continue;
		chosen.push(fix);
		taken.push(...fix.changes.map(change => ({ change, isJson })));
	}
	return chosen;
}

/** Reports of the JSON reader insert at one place in the order in which they are made. */
function collide(a: TextChange, b: TextChange, inOrder: boolean): boolean {
	if (a.start === a.end && b.start === b.end) return a.start === b.start && !inOrder;
	return a.start < b.end && b.start < a.end;
}

function inWords(left: readonly Fix[], request: RequestFacts | undefined): string[] {
	const comments = left.filter(({ leavesOut }) => leavesOut === 'comment').length;
	return [
		...(comments === 0 ? [] : [comments === 1 ? 'a comment' : `${comments} comments`]),
		...(left.some(({ leavesOut }) => leavesOut === 'text') ? ['text that JSON has no place for'] : []),
		...(request ? [`${factNames(request)} of the request`] : []),
	];
}
