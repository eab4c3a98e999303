/**
 * Small faults that a person might make, found in the syntax tree: a condition the other way round, a bound off by
 * one, a statement that is missing. What only types, imports and declarations say is left alone.
 */
import { SyntaxKind as Kind } from 'typescript/unstable/ast';

/** What stands for an operator in a mutant. */
const swapped = new Map([
	[Kind.AmpersandAmpersandToken, '||'],
	[Kind.BarBarToken, '&&'],
	[Kind.LessThanToken, '<='],
	[Kind.LessThanEqualsToken, '<'],
	[Kind.GreaterThanToken, '>='],
	[Kind.GreaterThanEqualsToken, '>'],
	[Kind.EqualsEqualsEqualsToken, '!=='],
	[Kind.ExclamationEqualsEqualsToken, '==='],
	[Kind.PlusToken, '-'],
	[Kind.MinusToken, '+'],
]);

const swappedMethods = new Map([
	['some', 'every'],
	['every', 'some'],
	['find', 'findLast'],
	['findLast', 'find'],
	['startsWith', 'endsWith'],
	['endsWith', 'startsWith'],
]);

const withoutBehaviour = new Set([
	Kind.ImportDeclaration,
	Kind.InterfaceDeclaration,
	Kind.TypeAliasDeclaration,
	Kind.LiteralType,
]);

/** Texts are added, not subtracted: such a mutant would say nothing. */
const isText = ({ kind }) =>
	kind === Kind.StringLiteral || kind === Kind.TemplateExpression || kind === Kind.NoSubstitutionTemplateLiteral;

/** Of what tells an order only the sign counts: off by one, it tells the same. */
const isOrder = (node, text) =>
	node.kind === Kind.ConditionalExpression &&
	/^-1\s*:\s*1$/.test(text.slice(node.whenTrue.getStart(), node.whenFalse.end));

/**
 * The faults that one node offers.
 * @returns {{ operator: string, start: number, end: number, replacement: string }[]} offsets in the text of the file
 */
function faultsAt(node, text) {
	const start = part => part.getStart();
	const source = part => text.slice(start(part), part.end);
	const fault = (operator, part, replacement) => ({ operator, start: start(part), end: part.end, replacement });
	switch (node.kind) {
		case Kind.IfStatement:
		case Kind.WhileStatement:
			return [fault('condition the other way round', node.expression, `!(${source(node.expression)})`)];
		case Kind.ConditionalExpression:
			return [fault('condition the other way round', node.condition, `!(${source(node.condition)})`)];
		case Kind.BinaryExpression: {
			const replacement = swapped.get(node.operatorToken.kind);
			const isSum = node.operatorToken.kind === Kind.PlusToken && (isText(node.left) || isText(node.right));
			return replacement && !isSum ? [fault('another operator', node.operatorToken, replacement)] : [];
		}
		case Kind.NumericLiteral:
			return [fault('off by one', node, `(${source(node)} + 1)`)];
		case Kind.TrueKeyword:
			return [fault('another constant', node, 'false')];
		case Kind.FalseKeyword:
			return [fault('another constant', node, 'true')];
		case Kind.ExpressionStatement:
			return [fault('a statement less', node, '{}')];
		case Kind.CallExpression: {
			const name = node.expression.kind === Kind.PropertyAccessExpression ? node.expression.name : undefined;
			const replacement = name && swappedMethods.get(source(name));
			return replacement ? [fault('another method', name, replacement)] : [];
		}
		default:
			return [];
	}
}

/** Every fault that this file offers. */
export function faultsOf(file) {
	const found = [];
	const visit = node => {
		if (withoutBehaviour.has(node.kind)) return;
		found.push(...faultsAt(node, file.text));
		if (isOrder(node, file.text)) visit(node.condition);
		else node.forEachChild(child => void visit(child));
	};
	visit(file);
	return found;
}
