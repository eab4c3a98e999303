import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { suite, test } from 'node:test';
import { ourEndings } from '../server/language/languageService';

const workflows = readdirSync('.github/workflows').map(name => path.join('.github/workflows', name));

suite('what runs on the machines of others', () => {
	for (const file of [...workflows, 'action.yml', 'gitlab/check.yml']) {
		test(`${file} uses actions of others by their commit, with the version beside it`, () => {
			const used = [...readFileSync(file, 'utf8').matchAll(/^[ -]*uses: (.*)$/gm)].map(([, name = '']) => name);
			assert.deepEqual(
				used.filter(name => name !== './' && !/^[\w-]+\/[\w./-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/.test(name)),
				[],
			);
		});
	}

	test('the action puts no input into the text of a script', () => {
		const scripts = readFileSync('action.yml', 'utf8')
			.split(/^ +run: \|$/m)
			.slice(1);
		assert.equal(scripts.length, 2);
		// After a script, less indented, comes the next step.
		for (const script of scripts) assert.doesNotMatch(script.split(/^ {4}- /m)[0] ?? '', /\$\{\{/);
	});

	test('the hook for commits is asked about every file that can be ours', () => {
		const [, pattern = ''] = /^ {2}files: '\(\?i\)(.*)'$/m.exec(readFileSync('.pre-commit-hooks.yaml', 'utf8')) ?? [];
		const isAsked = (file: string): boolean => new RegExp(pattern, 'i').test(file);
		for (const ending of ourEndings) assert.ok(isAsked(`sites/a${ending}`), ending);
		for (const file of ['ks', 'a/kickstart-web', 'xclarity.json', 'A.KS']) assert.ok(isAsked(file), file);
		for (const file of ['README.md', 'a/desks', 'main.ts', 'ks.txt', 'a.jsonl']) assert.ok(!isAsked(file), file);
	});

	test('the page on CI names what there is', () => {
		const page = readFileSync('docs/ci.md', 'utf8');
		const named = (pattern: RegExp): string[] => [...page.matchAll(pattern)].map(([, name = '']) => name);
		const action = readFileSync('action.yml', 'utf8');
		const inputs = [...(action.split('runs:')[0]?.matchAll(/^ {2}([\w-]+):$/gm) ?? [])].map(([, name]) => name);
		const given = named(/xclarity-authoring@main\n +with:\n((?: {10}[\w-]+:.*\n(?: {12}.*\n)*)+)/g)
			.flatMap(block => [...block.matchAll(/^ {10}([\w-]+):/gm)])
			.map(([, name = '']) => name);
		assert.deepEqual([...new Set(given)].sort(), ['options', 'report-file']);
		for (const name of [...given, ...named(/^\| `([\w-]+)`(?:, `[\w-]+`)? \|/gm)])
			assert.ok(inputs.includes(name), name);
		const [path = ''] = named(/xclarity-authoring\/main\/(\S+\.yml)/g);
		const job = readFileSync(path, 'utf8');
		for (const name of named(/^(xclarity-check):$/gm)) assert.match(job, new RegExp(`^${name}:$`, 'm'));
		for (const name of named(/\b(XCLARITY_\w+)/g)) assert.match(job, new RegExp(`^ {4}${name}:`, 'm'));
		assert.match(readFileSync('.pre-commit-hooks.yaml', 'utf8'), /^- id: xclarity-check$/m);
		const newest = /minimum_pre_commit_version: (.*)/.exec(readFileSync('.pre-commit-hooks.yaml', 'utf8'))?.[1];
		assert.ok(page.includes(`${newest} or newer`));
	});
});
