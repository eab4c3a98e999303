/** Answers that may be kept, of all questions together and by weight, before those of the last round are all forgotten. */
const mostKept = 50_000;
/** So much has to be new before a round ends: ending one costs every answer that is still asked for a second step. */
const leastNew = 500;

let round = 0;
let isNew = 0;
let kept = 0;

/**
 * Begins the check of a file, in which all that is still of use will be asked again. Once enough has been learnt since
 * the last time, answers that nobody has asked for between two such beginnings are forgotten: an editor that is open
 * for weeks keeps what its files need, not each word that was ever typed.
 */
export function startRound(): void {
	if (isNew >= leastNew) endRound();
}

function endRound(): void {
	round++;
	isNew = 0;
	kept = 0;
}

/** Answers to questions of one kind, as long as they are asked for; see `startRound`. */
export class RecentAnswers<Answer extends object | string> {
	readonly #weightOf: (question: string) => number;
	#fresh = new Map<string, Answer>();
	/** Those of the round before that were not asked for in this one. */
	#older = new Map<string, Answer>();
	#round = round;

	/** @param weightOf what keeping the answer costs; about 1 for a short text and a word */
	constructor(weightOf: (question: string) => number) {
		this.#weightOf = weightOf;
	}

	get(question: string): Answer | undefined {
		this.#catchUp();
		const fresh = this.#fresh.get(question);
		if (fresh !== undefined) return fresh;
		const older = this.#older.get(question);
		if (older === undefined) return undefined;
		this.#older.delete(question);
		this.#keep(question, older);
		return older;
	}

	set(question: string, answer: Answer): void {
		this.#catchUp();
		isNew += this.#weightOf(question);
		this.#keep(question, answer);
	}

	#keep(question: string, answer: Answer): void {
		const weight = this.#weightOf(question);
		if (kept + weight > mostKept) {
			// Two rounds end: a large file must find room for its own, or it would pay for each at every keystroke.
			round++;
			endRound();
			this.#catchUp();
		}
		kept += weight;
		this.#fresh.set(question, answer);
	}

	#catchUp(): void {
		if (this.#round === round) return;
		this.#older = round - this.#round === 1 ? this.#fresh : new Map();
		this.#fresh = new Map();
		this.#round = round;
	}
}
