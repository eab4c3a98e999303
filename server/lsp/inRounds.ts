import type { Find } from './ask';

/**
 * Begins a new look at the disk with a request, and lets those that arrive before its subject is found share it: an
 * editor asks for many things behind one keystroke. What is found later is looked for anew.
 */
export function inRounds(find: Find, begin: () => void): Find {
	let isBegun = false;
	const first: Find = async (...asked) => {
		isBegun = true;
		try {
			begin();
			return await find(...asked);
		} finally {
			isBegun = false;
		}
	};
	return (...asked) => (isBegun ? find(...asked) : first(...asked));
}
