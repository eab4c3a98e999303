/** How many fields a drawing may still show. */
export interface FieldBudget {
	left: number;
	/** Something was left out. */
	isShort: boolean;
}

/** More than a window shows. */
const firstFields = 60;
/** Fields that come with each frame; fewer where a frame gets long. */
const portions = { least: 12, most: 40 } as const;
/** Milliseconds after which a person sees that scrolling stops. */
const longFrame = 34;

/** Shows the page, the fields a few at a time: a thousand at once would stop everything for seconds. */
export interface Drawing {
	/** Shows the fields that are there already as they are now. */
	refresh(): void;
	/** Other fields than before come into sight. */
	restart(): void;
}

/** @param draw shows the page with as many fields as the budget has, and says whether some were left out */
export function createDrawing(draw: (budget: FieldBudget) => void): Drawing {
	let fields = firstFields;
	let portion: number = portions.least;
	let isWaiting = false;
	let before = 0;
	const next = (now: number): void => {
		isWaiting = false;
		portion = now - before > longFrame ? Math.max(portions.least, portion >> 1) : Math.min(portions.most, portion + 2);
		before = now;
		fields += portion;
		refresh();
	};
	const refresh = (): void => {
		const budget = { left: fields, isShort: false };
		draw(budget);
		if (!budget.isShort || isWaiting) return;
		isWaiting = true;
		requestAnimationFrame(next);
	};
	return {
		refresh,
		restart() {
			fields = firstFields;
			refresh();
		},
	};
}
