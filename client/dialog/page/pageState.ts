import type { DeployFormResult, EnteredAnswers } from '../../../server/lsp/protocol';
import { type AnswerPath, noTypedAnswers } from '../typedAnswers';

/** All that the page shows. */
export interface PageState {
	readonly form: DeployFormResult | undefined;
	readonly title: string;
	/** Of the configuration-settings file. */
	readonly uri: string;
	readonly answers: EnteredAnswers;
	/** Sentences by path. */
	readonly faults: ReadonlyMap<string, string>;
	/** The setting that the cursor in the file is in. */
	readonly cursor: string | undefined;
	/** 0: the common settings. */
	readonly tab: number;
	/** Paths of the fields whose macros are shown. */
	readonly macrosShown: ReadonlySet<string>;
	/** What the extension said last. */
	readonly said: string;
}

export const firstState: PageState = {
	form: undefined,
	title: '',
	uri: '',
	answers: noTypedAnswers,
	faults: new Map(),
	cursor: undefined,
	tab: 0,
	macrosShown: new Set(),
	said: '',
};

export const keyOf = (path: AnswerPath): string => JSON.stringify(path);
