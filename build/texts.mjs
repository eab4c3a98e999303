/**
 * Finds the texts of the product that people read: what stands in `t('…')` and `english('…')`, the messages of rules,
 * and the words of the tables in `schemas/`. Finds as well what looks like such a text and is none of these.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { SyntaxKind } from 'typescript/unstable/ast';
import { API } from 'typescript/unstable/sync';

/** Rooms that speak to people in their language. The terminal tool and the simulator speak English. */
const isTold = file =>
	/^(client|server\/(language|lsp|rest|workspace|texts))\//.test(file) &&
	!file.endsWith('.d.ts') &&
	!forReports.includes(file);

/** What the terminal tool alone says: the report on an appliance goes to those who read bug reports. */
const forReports = ['server/rest/applianceChecks.ts'];

/** Texts are found in the syntax alone: nothing that a file imports is read, and no library, which takes most of the time. */
const syntaxAlone = JSON.stringify({
	compilerOptions: { noResolve: true, noLib: true, types: [], noEmit: true },
	include: ['client', ...['language', 'lsp', 'rest', 'texts', 'workspace'].map(room => `server/${room}`)],
});

/**
 * Which texts of a table in `schemas/` people read: those below these keys.
 */
const tables = {
	'autoyast-sections.json': { only: ['gone', 'about', 'obsolete'] },
	'autoyast-values.json': { only: ['what', 'wanted', 'why'] },
	'config-settings.schema.json': { only: ['title', 'markdownDescription', 'enumDescriptions'] },
	'esxi-commands.json': { only: ['summary', 'notes', 'arguments', 'from', 'instead'] },
	'kickstart-commands.json': { only: ['summary', 'notes', 'arguments', 'optionSummaries'] },
	'kickstart-sections.json': { only: ['summary', 'notes', 'arguments'] },
	'operating-systems.json': { only: ['takes'] },
	'predefined-macros.json': { only: ['summary'] },
	'regex-patterns.json': { only: ['title', 'description'] },
	'values.schema.json': { only: ['description', 'markdownDescription'] },
	'windows-components.json': { only: ['passes', 'about', 'deprecated'] },
	'xclarity.schema.json': { only: ['description', 'markdownDescription'] },
};

/**
 * @param {string} folder of a project with our rooms
 * @returns {{ keys: Map<string, Set<string>>, objections: string[], missed: { file: string, line: number, text: string }[] }}
 *   each text with the files that say it; calls whose text cannot be read; what looks like a text and is not marked
 */
export function gatherTexts(folder = process.cwd()) {
	const keys = new Map();
	const objections = [];
	const missed = [];
	const add = (text, file) => keys.set(text, (keys.get(text) ?? new Set()).add(file));
	const project = path.join(folder, 'tsconfig.json').replaceAll('\\', '/');
	const api = new API({ cwd: folder, fs: { readFile: name => (name === project ? syntaxAlone : undefined) } });
	try {
		for (const { program, rootFiles } of api.updateSnapshot({ openProjects: [project] }).getProjects()) {
			for (const name of rootFiles) {
				const file = path.relative(folder, name).replaceAll('\\', '/');
				if (!isTold(file) || file === 'server/texts/texts.ts') continue;
				const source = program.getSourceFile(name);
				walk(source, { file, source, add, objections, missed });
			}
		}
	} finally {
		api.close();
	}
	for (const table of tablesIn(folder)) {
		const file = `schemas/${table}`;
		const source = readFileSync(path.join(folder, file), 'utf8');
		for (const { text, isRead } of textsOfTable(JSON.parse(source), tables[table]?.only ?? [])) {
			if (isRead) add(text, file);
			else if (isSentence(text)) missed.push({ file, line: lineOfText(text, source), text });
		}
	}
	return { keys, objections, missed };
}

function walk(node, scene) {
	const { file, source, add, objections } = scene;
	const call = node.kind === SyntaxKind.CallExpression ? calledName(node) : undefined;
	if (call === 't' || call === 'english') {
		const [first] = node.arguments;
		if (isLiteral(first)) add(first.text, file);
		else objections.push(`${placeOf(first ?? node, scene)}: ${call}() takes one text in quotes`);
		if (call === 't' && !insideFunction(node)) {
			objections.push(`${placeOf(node, scene)}: t() runs while the module loads; mark the text with english()`);
		}
		node.arguments.slice(1).forEach(each => {
			walk(each, scene);
		});
		return;
	}
	if (file.startsWith('server/language/rules/') && propertyName(node) === 'message' && isLiteral(node.initializer)) {
		add(node.initializer.text, file);
		return;
	}
	if (isLiteral(node) || node.kind === SyntaxKind.TemplateExpression) {
		if (isMissed(node, scene)) scene.missed.push({ file, line: lineOf(node, source), text: wordsOf(node) });
	}
	node.forEachChild(child => {
		walk(child, scene);
	});
}

const isLiteral = node =>
	node?.kind === SyntaxKind.StringLiteral || node?.kind === SyntaxKind.NoSubstitutionTemplateLiteral;

/** The words of a literal; what a template puts in is a brace. */
const wordsOf = node =>
	isLiteral(node) ? node.text : node.head.text + node.templateSpans.map(({ literal }) => `{}${literal.text}`).join('');

const calledName = ({ expression }) => expression.text ?? expression.name?.text;

const propertyName = node => (node.kind === SyntaxKind.PropertyAssignment ? node.name.text : undefined);

const functions = [
	SyntaxKind.ArrowFunction,
	SyntaxKind.FunctionDeclaration,
	SyntaxKind.FunctionExpression,
	SyntaxKind.MethodDeclaration,
	SyntaxKind.GetAccessor,
	SyntaxKind.Constructor,
];

function insideFunction(node) {
	for (let outer = node.parent; outer; outer = outer.parent) if (functions.includes(outer.kind)) return true;
	return false;
}

const lineOf = (node, source) => source.text.slice(0, node.getStart()).split('\n').length;
const placeOf = (node, { file, source }) => `${file}:${lineOf(node, source)}`;

/** Icons of the editor, tags and what attributes hold are no words. */
const withoutMarkup = text => text.replace(/\$\([\w~-]+\) ?/g, '').replace(/<!?\/?[a-z](?:"[^"]*"|[^<>"])*>/gi, '');

/** Two words in a row, or a word beside what a template puts in. */
const arePhrase = text => /[a-z]{2,},? (\{\} )?[a-z]{2,}/i.test(text) || /[a-z]{3,} \{\}|\{\} [a-z]{3,}/i.test(text);

/** A word as it begins a sentence or a label. */
const isCapitalWord = text => /^\s*[A-Z][a-z]{2,}([ .…:]|$)/.test(text);

/** Properties whose values people read, whatever they look like. */
const told = ['title', 'label', 'detail', 'documentation', 'placeHolder', 'prompt', 'tooltip', 'hint', 'expected'];

/** Calls whose words are for a log, which is English, or for us. */
const forLogs = ['info', 'error', 'warn', 'trace', 'debug', '#log', 'log', 'css', 'svg'];

/** Calls whose first argument is the title of a fix. */
const titled = ['safe', 'decides', 'loses', 'silences'];

/** Properties that tell things apart. */
const named = ['cause', 'id', 'key'];

const comparisons = [
	SyntaxKind.EqualsEqualsEqualsToken,
	SyntaxKind.ExclamationEqualsEqualsToken,
	SyntaxKind.EqualsEqualsToken,
	SyntaxKind.ExclamationEqualsToken,
];

const quiet = [
	SyntaxKind.LiteralType,
	SyntaxKind.CaseClause,
	SyntaxKind.ImportDeclaration,
	SyntaxKind.ExportDeclaration,
];

function isMissed(node, { file }) {
	const { parent } = node;
	const property = propertyName(parent);
	if (quiet.includes(parent.kind) || (property && parent.name === node)) return false;
	if (parent.kind === SyntaxKind.BinaryExpression && comparisons.includes(parent.operatorToken.kind)) return false;
	const call = parent.kind === SyntaxKind.CallExpression ? calledName(parent) : undefined;
	if (forLogs.includes(call)) return false;
	if (parent.kind === SyntaxKind.TaggedTemplateExpression && ['css', 'svg'].includes(parent.tag.text)) return false;
	if (file.startsWith('server/language/rules/'))
		return property !== 'title' && isWordy(node, file) && !isSourceOfRule(node);
	return !named.includes(property) && isWordy(node, file);
}

/** Whether a literal looks like words for people. Names of XML elements look like labels, contents of files like text. */
function isWordy(node, file) {
	const raw = wordsOf(node);
	const words = withoutMarkup(raw);
	const { parent } = node;
	const isTold =
		told.includes(propertyName(parent)) ||
		(parent.kind === SyntaxKind.CallExpression && titled.includes(calledName(parent)) && parent.arguments[0] === node);
	if (isTold && /[a-z]{3}/i.test(words)) return true;
	if (!file.startsWith('server/language/unattend/')) return arePhrase(words) || isCapitalWord(words);
	return !raw.includes('\n') && arePhrase(words);
}

function isSourceOfRule(node) {
	for (let outer = node; outer; outer = outer.parent) {
		if (propertyName(outer) === 'source' || outer.kind === SyntaxKind.VariableDeclaration) return true;
	}
	return false;
}

/** Schemas that no table names are read by us alone. */
const tablesIn = folder =>
	(existsSync(path.join(folder, 'schemas')) ? readdirSync(path.join(folder, 'schemas')) : [])
		.filter(name => name.endsWith('.json') && (Object.hasOwn(tables, name) || !name.endsWith('.schema.json')))
		.sort();

/** Where a table's facts are from, and how a file may look, is said in sentences, too. */
const unread = ['source', 'x-source', 'examples'];

const isSentence = text => /^[A-Z].* .*\.$/s.test(text);

const lineOfText = (text, source) => source.slice(0, source.indexOf(JSON.stringify(text))).split('\n').length;

/** The texts in a table, and whether people read each: those below the keys `only` are read. */
function textsOfTable(value, only, key = '', isBelow = false) {
	if (typeof value === 'string') {
		const isRead = isBelow && /[a-z]/i.test(value);
		return isRead || !unread.includes(key) ? [{ text: value, isRead }] : [];
	}
	if (typeof value !== 'object' || value === null) return [];
	return Object.entries(value).flatMap(([name, each]) => {
		const here = Array.isArray(value) ? key : name;
		// A list of passes is no text; the table of passes is.
		const isTold = only.includes(here) && !(here === 'passes' && Array.isArray(each));
		return textsOfTable(each, only, here, isBelow || isTold);
	});
}
