import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { suite, test } from 'node:test';
import { transform } from 'esbuild';
import { minify } from 'terser';
import { regexHazard } from '../server/language/regex/regexHazards';
import { unmetered } from '../server/language/regex/regexMatcher';
import { parseRegex } from '../server/language/regex/regexParser';

/** Expressions of the product that could be split up in many ways, and cannot hang: nothing behind them can fail. */
const cannotFail: ReadonlySet<string> = new Set([
	String.raw`[A-Za-z_][\w-]*(?:(?:->|=>|(?<=-)>|[./:,;|\\[\]\u200b-\u200d\u2060\ufeff]){1,2}[\w-]+){0,20}`,
	String.raw`^=(?:"[^"\n]*"|'[^'\n]*'|\S)*`,
]);

/** All regular expressions that stand in a program, as written between the slashes. */
async function expressionsIn(source: string): Promise<string[]> {
	const { code } = await transform(source, { loader: 'ts', target: 'es2022' });
	const { ast } = (await minify(code, {
		module: true,
		compress: false,
		mangle: false,
		format: { ast: true, code: false },
	} as object)) as { readonly ast?: unknown };
	const found: string[] = [];
	const seen = new Set<unknown>();
	const waiting: unknown[] = [ast];
	for (let node = waiting.pop(); waiting.length > 0 || node !== undefined; node = waiting.pop()) {
		if (typeof node !== 'object' || node === null || seen.has(node)) continue;
		seen.add(node);
		if ('source' in node && 'flags' in node && typeof node.source === 'string') found.push(node.source);
		waiting.push(...Object.values(node));
	}
	return found;
}

suite('the regular expressions of the product itself', () => {
	test('one that a line can make hang is found', async () => {
		const [found = ''] = await expressionsIn(String.raw`const line: RegExp = /^\w+ (?:--?[\w-]+ )*$/;`);
		const parsed = parseRegex(found);
		assert.ok(parsed.kind === 'regex' && regexHazard(parsed.pattern, unmetered()));
	});

	test('none can hang, as far as what checks those of people can tell', async () => {
		const hazards: string[] = [];
		let count = 0;
		for (const room of ['server', 'client']) {
			const files = readdirSync(room, { recursive: true, encoding: 'utf8' }).filter(name => /(?<!\.d)\.ts$/.test(name));
			for (const name of files) {
				for (const expression of await expressionsIn(readFileSync(path.join(room, name), 'utf8'))) {
					count++;
					const parsed = parseRegex(expression);
					assert.equal(parsed.kind, 'regex', expression);
					const hazard = parsed.kind === 'regex' ? regexHazard(parsed.pattern, unmetered()) : undefined;
					if (hazard && !cannotFail.has(expression)) hazards.push(`${room}/${name}: ${expression}: ${hazard.reason}`);
				}
			}
		}
		assert.ok(count > 1000, `${count} were found`);
		assert.deepEqual(hazards, []);
	});
});
