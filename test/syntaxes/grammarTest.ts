import { existsSync, readdirSync, readFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import oniguruma from 'vscode-oniguruma';
import textmate, { type IGrammar, type IRawGrammar } from 'vscode-textmate';

/** A stretch of a line and the scopes that it must have, the innermost last in the grammar's answer. */
export interface Expectation {
	/** Counted from 1 in the case file. */
	readonly fileLine: number;
	readonly start: number;
	readonly end: number;
	/** A leading `!` asks for the absence of the scope. */
	readonly scopes: readonly string[];
}

/** A line of the file under test. */
export interface CaseLine {
	readonly text: string;
	readonly expectations: readonly Expectation[];
}

/** A case file: the grammar's scope name in the first line, `| ` before text, `. ` before carets and scopes below it. */
export interface GrammarCase {
	readonly scopeName: string;
	readonly lines: readonly CaseLine[];
}

/** @throws {Error} for a line that is neither text nor expectation. */
export function readCase(text: string): GrammarCase {
	const [scopeName = '', ...rest] = text.split('\n');
	const lines: { text: string; expectations: Expectation[] }[] = [];
	for (const [index, line] of rest.entries()) {
		const body = line.slice(2);
		if (line.startsWith('|')) lines.push({ text: body, expectations: [] });
		else if (line.startsWith('. ')) {
			const [, before = '', carets = '', scopes = ''] = /^( *)(\^+) (.+)$/.exec(body) ?? [];
			const start = before.length;
			const expectation = {
				fileLine: index + 2,
				start,
				end: start + carets.length,
				scopes: scopes.trim().split(/\s+/),
			};
			lines.at(-1)?.expectations.push(expectation);
		} else if (line.trim() !== '') throw new Error(`Line ${index + 2} is neither text nor expectation: ${line}`);
	}
	return { scopeName: scopeName.trim(), lines };
}

const ours = JSON.parse(readFileSync('package.json', 'utf8')).contributes.grammars as readonly {
	readonly scopeName: string;
	readonly path: string;
	readonly injectTo?: readonly string[];
}[];

/** Grammars that VS Code brings along, below the `extensions` folder of an installation. */
const builtIn: Readonly<Record<string, string>> = {
	'source.shell': 'shellscript/syntaxes/shell-unix-bash.tmLanguage.json',
	'source.python': 'python/syntaxes/MagicPython.tmLanguage.json',
	'source.perl': 'perl/syntaxes/perl.tmLanguage.json',
	'source.powershell': 'powershell/syntaxes/powershell.tmLanguage.json',
	'source.batchfile': 'bat/syntaxes/batchfile.tmLanguage.json',
	'text.xml': 'xml/syntaxes/xml.tmLanguage.json',
};

/** The built-in grammars of the browser-based VS Code that the editor tests install; `undefined` where it is not. */
export function builtInGrammars(): string | undefined {
	const cache = path.join(process.env.XDG_CACHE_HOME ?? path.join(os.homedir(), '.cache'), 'xclarity-authoring');
	if (!existsSync(cache)) return undefined;
	return readdirSync(cache)
		.map(folder => path.join(cache, folder, 'node_modules', 'code-server', 'lib', 'vscode', 'extensions'))
		.find(folder => existsSync(path.join(folder, builtIn['source.shell'] ?? '')));
}

function fileOf(scopeName: string, installed: string | undefined): string | undefined {
	const own = ours.find(grammar => grammar.scopeName === scopeName)?.path;
	if (own !== undefined) return own;
	const file = builtIn[scopeName];
	return installed === undefined || file === undefined ? undefined : path.join(installed, file);
}

const onigLib = async () => {
	const wasm = path.join('node_modules', 'vscode-oniguruma', 'release', 'onig.wasm');
	await oniguruma.loadWASM(readFileSync(wasm));
	return {
		createOnigScanner: (patterns: string[]) => new oniguruma.OnigScanner(patterns),
		createOnigString: (text: string) => new oniguruma.OnigString(text),
	};
};

const registry = new textmate.Registry({
	onigLib: onigLib(),
	loadGrammar: async (scopeName): Promise<IRawGrammar | null> => {
		const file = fileOf(scopeName, builtInGrammars());
		return file === undefined ? null : textmate.parseRawGrammar(readFileSync(file, 'utf8'), file);
	},
	getInjections: scopeName => ours.filter(({ injectTo }) => injectTo?.includes(scopeName)).map(one => one.scopeName),
});

/** @throws {Error} when there is no such grammar. */
async function load(scopeName: string): Promise<IGrammar> {
	const grammar = await registry.loadGrammar(scopeName);
	if (grammar === null) throw new Error(`There is no grammar for ${scopeName}`);
	return grammar;
}

/** What a case expects and the grammar does not say, each as a sentence. */
export async function contradictions({ scopeName, lines }: GrammarCase): Promise<readonly string[]> {
	const grammar = await load(scopeName);
	const wrong: string[] = [];
	let state = textmate.INITIAL;
	for (const { text, expectations } of lines) {
		const { tokens, ruleStack } = grammar.tokenizeLine(text, state);
		state = ruleStack;
		for (const { fileLine, start, end, scopes } of expectations) {
			for (const token of tokens.filter(token => token.startIndex < end && token.endIndex > start)) {
				const missing = scopes.filter(scope =>
					scope.startsWith('!') ? token.scopes.includes(scope.slice(1)) : !token.scopes.includes(scope),
				);
				const words = text.slice(Math.max(start, token.startIndex), Math.min(end, token.endIndex));
				if (missing.length > 0) {
					wrong.push(`line ${fileLine}, “${words}”: not ${missing.join(' ')} but ${token.scopes.join(' ')}`);
				}
			}
		}
	}
	return wrong;
}
