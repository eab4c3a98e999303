import type { Memento } from 'vscode';

/** What the person answered when a file was offered: for this one file, or for the whole workspace. */
export interface OfferMemory {
	answerFor(uri: string): 'yes' | 'no' | undefined;
	remember(uri: string, answer: 'yes' | 'no' | 'never'): Promise<void>;
}

const filesKey = 'xclarity.offeredFiles';
const neverKey = 'xclarity.neverOffer';

/** Answers live in the workspace's memory; `never` holds for every file that has no answer of its own. */
export function createOfferMemory(memory: Pick<Memento, 'get' | 'update'>): OfferMemory {
	const files = (): Readonly<Record<string, 'yes' | 'no'>> => memory.get(filesKey, {});
	return {
		answerFor: uri => files()[uri] ?? (memory.get(neverKey, false) ? 'no' : undefined),
		async remember(uri, answer) {
			if (answer === 'never') return memory.update(neverKey, true);
			await memory.update(filesKey, { ...files(), [uri]: answer });
		},
	};
}
