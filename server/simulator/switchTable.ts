import { accessQuestions } from './questions/accessQuestions';
import { changeQuestions } from './questions/changeQuestions';
import { importQuestions } from './questions/importQuestions';
import { jobQuestions } from './questions/jobQuestions';
import { listQuestions } from './questions/listQuestions';
import { profileQuestions } from './questions/profileQuestions';

/**
 * One row for each thing that nobody outside knows about a real appliance, or that its documentation says twice
 * and differently. A client is right when it works with every value.
 */
export const switchTable = {
	...listQuestions,
	...changeQuestions,
	...accessQuestions,
	...importQuestions,
	...jobQuestions,
	...profileQuestions,
} as const;
