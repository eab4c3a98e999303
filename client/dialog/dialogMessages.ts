import type { CheckAnswersResult, DeployFormResult, EnteredAnswers, ShownEntry } from '../../server/lsp/protocol';
import type { Bundle } from '../../server/texts/texts';

/** To the page. */
export type ToPage =
	/** What it says in the display language; before all others. */
	| { readonly type: 'texts'; readonly texts: Bundle }
	| {
			readonly type: 'form';
			readonly form: DeployFormResult;
			readonly answers: EnteredAnswers;
			readonly title: string;
			/** Of the configuration-settings file. */
			readonly uri: string;
	  }
	| { readonly type: 'faults'; readonly faults: CheckAnswersResult['faults'] }
	/** `undefined`: the cursor is in no setting. */
	| { readonly type: 'cursor'; readonly setting: string | undefined }
	| { readonly type: 'said'; readonly text: string };

/** What the page keeps for a reload of the window. */
export interface KeptState {
	readonly uri: string;
	readonly answers: EnteredAnswers;
}

/** From the page. */
export type FromPage =
	| { readonly type: 'ready' }
	| { readonly type: 'answers'; readonly answers: EnteredAnswers }
	| { readonly type: 'reveal'; readonly range: ShownEntry['range'] }
	| { readonly type: 'save' }
	| { readonly type: 'load' };
