/** Offsets in a path up to which some beginning of a pattern matches, ascending. */
type Reached = ReadonlySet<number>;
type Step = (from: Reached, path: string) => Reached;

/**
 * What a pattern of paths matches: `*` and `?` within a name, `**` for folders, `[a-z]`, `{a,b}`. Each part of the pattern
 * looks at each character of the path once, so that nothing takes for ever, whatever people write.
 */
export function globMatcher(pattern: string): (path: string) => boolean {
	const { steps } = readSteps(pattern, 0, false);
	// Most files have another ending, and there are thousands.
	const ending = /[^*?[\]{},/]*$/.exec(pattern)?.[0] ?? '';
	return path => path.endsWith(ending) && through(steps, start, path).has(path.length);
}

const start: Reached = new Set([0]);

function through(steps: readonly Step[], from: Reached, path: string): Reached {
	let reached = from;
	for (const step of steps) {
		if (reached.size === 0) break;
		reached = step(reached, path);
	}
	return reached;
}

/** Reads up to the end, or to the `,` or `}` of the braces that it is in. */
function readSteps(
	pattern: string,
	start: number,
	isInside: boolean,
): { readonly steps: Step[]; readonly end: number } {
	const steps: Step[] = [];
	let at = start;
	while (at < pattern.length && !(isInside && /[,}]/.test(pattern.charAt(at)))) {
		const { step, end } =
			starsAt(pattern, at) ?? classAt(pattern, at) ?? bracesAt(pattern, at) ?? letterAt(pattern, at);
		steps.push(step);
		at = end;
	}
	return { steps, end: at };
}

interface Read {
	readonly step: Step;
	readonly end: number;
}

function starsAt(pattern: string, at: number): Read | undefined {
	// Folders at the end include none: `a/**` names `a`, too.
	if (pattern.slice(at) === '/**') return { step: folderAndBelow, end: pattern.length };
	const stars = /^\*+/.exec(pattern.slice(at))?.[0];
	if (stars === undefined) return undefined;
	const end = at + stars.length;
	const isName = stars === '**' && '/{,'.includes(pattern.charAt(at - 1)) && '/,}'.includes(pattern.charAt(end));
	if (!isName) return { step: restOfName, end };
	return pattern.charAt(end) === '/' ? { step: folders, end: end + 1 } : { step: anything, end };
}

const folderAndBelow: Step = (from, path) =>
	[...from].some(at => at === path.length || path.charAt(at) === '/') ? new Set([path.length]) : new Set();

const anything: Step = (from, path) => (from.size > 0 ? new Set([path.length]) : from);

const restOfName: Step = (from, path) => {
	const reached = new Set<number>();
	for (const start of from) {
		// What was reached before has gone to the end of the name.
		for (let at = start; at <= path.length && !reached.has(at); at++) {
			reached.add(at);
			if (path.charAt(at) === '/') break;
		}
	}
	return reached;
};

const folders: Step = (from, path) => {
	const reached = new Set(from);
	const [first = path.length] = from;
	for (let slash = path.indexOf('/', first); slash >= 0; slash = path.indexOf('/', slash + 1)) reached.add(slash + 1);
	return ascending(reached);
};

const ascending = (reached: Reached): Reached => new Set([...reached].sort((a, b) => a - b));

/** One character, or more, that every path has to have there. */
const letters =
	(text: string): Step =>
	(from, path) => {
		const reached = new Set<number>();
		for (const at of from) if (path.startsWith(text, at)) reached.add(at + text.length);
		return reached;
	};

const oneOf =
	(isMeant: (sign: string) => boolean): Step =>
	(from, path) => {
		const reached = new Set<number>();
		for (const at of from) {
			const sign = path.charAt(at);
			if (sign !== '' && sign !== '/' && isMeant(sign)) reached.add(at + 1);
		}
		return reached;
	};

const either =
	(ways: readonly (readonly Step[])[]): Step =>
	(from, path) =>
		ascending(new Set(ways.flatMap(steps => [...through(steps, from, path)])));

function letterAt(pattern: string, at: number): Read {
	if (pattern.charAt(at) === '?') return { step: oneOf(() => true), end: at + 1 };
	const text = /^[^*?[{,}/]+/.exec(pattern.slice(at))?.[0] ?? pattern.charAt(at);
	return { step: letters(text), end: at + text.length };
}

/** A class also means itself: people write the names of files as they are. */
function classAt(pattern: string, at: number): Read | undefined {
	const match = /^\[([!^]?)(\]?[^\]/]+)\]/.exec(pattern.slice(at));
	if (!match) return undefined;
	const [whole, not, within = ''] = match;
	const ranges = [...within.matchAll(/([\s\S])-([\s\S])|[\s\S]/g)].map(([sign, low = sign, high = sign]) => [
		low,
		high,
	]);
	const isIn = (sign: string): boolean => ranges.some(([low = '', high = '']) => low <= sign && sign <= high);
	const meant = oneOf(sign => isIn(sign) !== (not !== ''));
	return { step: either([[meant], [letters(whole)]]), end: at + whole.length };
}

function bracesAt(pattern: string, at: number): Read | undefined {
	if (pattern.charAt(at) !== '{' || !isChoice(pattern, at)) return undefined;
	const ways: (readonly Step[])[] = [];
	let end = at;
	do {
		const way = readSteps(pattern, end + 1, true);
		ways.push(way.steps);
		({ end } = way);
	} while (pattern.charAt(end) === ',');
	return { step: either(ways), end: end + 1 };
}

/** Braces that nobody closes, or around one text, are signs of a name. */
function isChoice(pattern: string, start: number): boolean {
	let depth = 0;
	let hasComma = false;
	for (let at = start; at < pattern.length; at++) {
		const sign = pattern.charAt(at);
		if (sign === '{') depth++;
		if (sign === ',' && depth === 1) hasComma = true;
		if (sign === '}' && --depth === 0) return hasComma;
	}
	return false;
}
