import type { Range } from 'vscode-languageserver-types';

/** What an unattend file without macros could be turned into, or, as a sentence, why it is not. */
export const pairProposalRequest = 'xclarity/pairProposal';
export interface PairProposalParams {
	readonly uri: string;
}
export type PairProposalResult =
	| { readonly refusal: string }
	| {
			/** Of the text that was looked at. */
			readonly version: number;
			/** URI of the new configuration-settings file; nothing is there yet. */
			readonly config: string;
			readonly settings: readonly ProposedPairSetting[];
	  };
export interface ProposedPairSetting {
	/** Unique in a proposal. */
	readonly name: string;
	/** Without hashes. */
	readonly macro: string;
	readonly label: string;
	/** Asked again for each server; else once. */
	readonly isPerServer: boolean;
	/** A password or a key: its text does not become the default. */
	readonly isSecret: boolean;
	/** What stands there now; `undefined` for a secret. */
	readonly text: string | undefined;
	/** Lines of the file, counted from 0. */
	readonly lines: readonly number[];
}

/** The pair that the chosen settings make. */
export const makePairRequest = 'xclarity/makePair';
export interface MakePairParams {
	readonly uri: string;
	/** As the proposal gave it; another text is not changed. */
	readonly version: number;
	readonly names: readonly string[];
}
export type MakePairResult =
	| { readonly refusal: string }
	| {
			/** Of the unattend file. */
			readonly edits: readonly { readonly range: Range; readonly newText: string }[];
			/** The new file. */
			readonly config: { readonly uri: string; readonly text: string };
			/** The manifest with the link. */
			readonly manifest: { readonly uri: string; readonly text: string };
			/** Lines of the unattend file, counted from 0, that still have the text of a secret. */
			readonly secretLines: readonly number[];
	  };
