import type { AST } from '@eslint-community/regexpp';
import { type CharSet, charSetOf } from './charSet';

/** One step of a backtracking machine. `to` and `first`/`second` are indexes into the program. */
type Instruction =
	| { readonly op: 'char'; readonly set: CharSet }
	| { readonly op: 'split'; readonly first: number; readonly second: number }
	| { readonly op: 'jump'; readonly to: number }
	| { readonly op: 'edge'; readonly kind: 'start' | 'end' }
	| { readonly op: 'word'; readonly negate: boolean }
	| { readonly op: 'look'; readonly program: Program; readonly behind: boolean; readonly negate: boolean }
	/** Remembers the position in a register. */
	| { readonly op: 'save'; readonly register: number }
	/** Fails when nothing was consumed since the register was saved: an empty round of a loop. */
	| { readonly op: 'progress'; readonly register: number }
	/** Matches again what stands between two registers. */
	| { readonly op: 'again'; readonly from: number; readonly to: number }
	| { readonly op: 'fail' }
	| { readonly op: 'match' };

export type Program = readonly Instruction[];

const largest = 20_000;

class TooLarge extends Error {}

/** Compiles a part of an expression, closed by `ending`; `undefined` when it would grow too large. */
export function compileRegex(
	part: { readonly alternatives: readonly AST.Alternative[] } | AST.Quantifier,
	ending: 'match' | 'fail',
): Program | undefined {
	const shared: Shared = { nextRegister: 0, groups: new Map(), sets: new Map() };
	try {
		return compilePart(part, ending, shared);
	} catch (error) {
		if (error instanceof TooLarge) return undefined;
		throw error;
	}
}

/** What an expression has in common with the parts that are looked ahead or behind for. */
interface Shared {
	nextRegister: number;
	readonly groups: Map<AST.CapturingGroup, number>;
	/** Characters by element: a repetition is compiled as many copies of one. */
	readonly sets: Map<AST.Element, CharSet | undefined>;
}

function compilePart(
	part: { readonly alternatives: readonly AST.Alternative[] } | AST.Quantifier,
	ending: 'match' | 'fail',
	shared: Shared,
): Program {
	const program: Instruction[] = [];
	const compiler = { program, shared };
	if ('alternatives' in part) alternatives(compiler, part.alternatives);
	else element(compiler, part);
	program.push({ op: ending });
	return program;
}

interface Compiler {
	readonly program: Instruction[];
	readonly shared: Shared;
}

function emit({ program }: Compiler, instruction: Instruction): number {
	if (program.length >= largest) throw new TooLarge();
	return program.push(instruction) - 1;
}

function alternatives(compiler: Compiler, all: readonly AST.Alternative[]): void {
	const ends: number[] = [];
	for (const [index, alternative] of all.entries()) {
		const isLast = index === all.length - 1;
		const split = isLast ? -1 : emit(compiler, { op: 'fail' });
		for (const each of alternative.elements) element(compiler, each);
		if (isLast) break;
		ends.push(emit(compiler, { op: 'fail' }));
		compiler.program[split] = { op: 'split', first: split + 1, second: compiler.program.length };
	}
	for (const end of ends) compiler.program[end] = { op: 'jump', to: compiler.program.length };
}

function charactersOf({ sets }: Shared, node: AST.Element): CharSet | undefined {
	if (!sets.has(node)) sets.set(node, charSetOf(node));
	return sets.get(node);
}

function element(compiler: Compiler, node: AST.Element): void {
	const set = charactersOf(compiler.shared, node);
	if (set) {
		emit(compiler, { op: 'char', set });
		return;
	}
	switch (node.type) {
		case 'Quantifier':
			quantifier(compiler, node);
			break;
		case 'Group':
			alternatives(compiler, node.alternatives);
			break;
		case 'CapturingGroup': {
			const register = groupRegister(compiler.shared, node);
			emit(compiler, { op: 'save', register });
			alternatives(compiler, node.alternatives);
			emit(compiler, { op: 'save', register: register + 1 });
			break;
		}
		case 'Backreference': {
			const group = Array.isArray(node.resolved) ? node.resolved[0] : node.resolved;
			const from = group ? groupRegister(compiler.shared, group) : 0;
			if (group) emit(compiler, { op: 'again', from, to: from + 1 });
			break;
		}
		case 'Assertion':
			assertion(compiler, node);
			break;
		default:
			emit(compiler, { op: 'fail' });
	}
}

function groupRegister(shared: Shared, group: AST.CapturingGroup): number {
	const known = shared.groups.get(group);
	if (known !== undefined) return known;
	const register = shared.nextRegister;
	shared.nextRegister += 2;
	shared.groups.set(group, register);
	return register;
}

function assertion(compiler: Compiler, node: AST.Assertion): void {
	if ('alternatives' in node) {
		const program = compilePart(node, 'match', compiler.shared);
		emit(compiler, { op: 'look', program, behind: node.kind === 'lookbehind', negate: node.negate });
	} else if (node.kind === 'word') emit(compiler, { op: 'word', negate: node.negate });
	else emit(compiler, { op: 'edge', kind: node.kind });
}

/** The least number of copies in a row, then a loop, or nested optional copies up to the greatest number. */
function quantifier(compiler: Compiler, node: AST.Quantifier): void {
	const { program } = compiler;
	for (let copy = 0; copy < node.min; copy++) element(compiler, node.element);
	const split = (at: number, body: number, after: number): void => {
		program[at] = node.greedy
			? { op: 'split', first: body, second: after }
			: { op: 'split', first: after, second: body };
	};
	if (node.max === Number.POSITIVE_INFINITY) {
		const register = compiler.shared.nextRegister++;
		const loop = emit(compiler, { op: 'fail' });
		emit(compiler, { op: 'save', register });
		element(compiler, node.element);
		emit(compiler, { op: 'progress', register });
		emit(compiler, { op: 'jump', to: loop });
		split(loop, loop + 1, program.length);
		return;
	}
	const exits: number[] = [];
	for (let copy = node.min; copy < node.max; copy++) {
		exits.push(emit(compiler, { op: 'fail' }));
		element(compiler, node.element);
	}
	for (const exit of exits) split(exit, exit + 1, program.length);
}
