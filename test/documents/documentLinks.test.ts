import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { suite, test } from 'node:test';
import macros from '../../schemas/predefined-macros.json';
import { xclarity } from '../support/product';

const pages = readdirSync('.', { withFileTypes: true })
	.flatMap(({ name }) => (name.endsWith('.md') ? [name] : []))
	.concat(readdirSync('docs').flatMap(name => (name.endsWith('.md') ? [`docs/${name}`] : [])));

/** The anchor that Markdown readers give a heading. */
const anchorOf = (heading: string): string =>
	heading
		.toLowerCase()
		.replace(/[^\p{L}\p{N}\s-]/gu, '')
		.trim()
		.replaceAll(' ', '-');

const withoutBlocks = (page: string): string => readFileSync(page, 'utf8').replace(/^[ \t]*```.*?^[ \t]*```/gms, '');

const anchorsOf = (page: string): string[] =>
	[...withoutBlocks(page).matchAll(/^#+ (.+)$/gm)].map(([, heading = '']) => anchorOf(heading));

suite('documents', () => {
	test('every link of a page leads to a file, and to a heading in it', () => {
		const dead = pages.flatMap(page =>
			[...withoutBlocks(page).matchAll(/\]\((?!https?:)([^)#\s]*)(?:#([^)\s]+))?\)/g)].flatMap(
				([, to = '', anchor]) => {
					const target = to === '' ? page : path.join(path.dirname(page), to);
					if (!existsSync(target)) return [`${page}: ${to}`];
					return anchor === undefined || anchorsOf(target).includes(anchor) ? [] : [`${page}: ${to}#${anchor}`];
				},
			),
		);
		assert.deepEqual(dead, []);
	});

	test('the index of the documents has every page', () => {
		const index = readFileSync('docs/README.md', 'utf8');
		const missing = readdirSync('docs').filter(
			name => name.endsWith('.md') && name !== 'README.md' && !index.includes(`(${name})`),
		);
		assert.deepEqual(missing, []);
	});

	test('a schema lies at the address that it names', () => {
		const raw = 'https://raw.githubusercontent.com/xclarity-authoring/xclarity-authoring/main/schemas/';
		for (const name of readdirSync('schemas').filter(file => file.endsWith('.schema.json'))) {
			const { $id } = JSON.parse(readFileSync(`schemas/${name}`, 'utf8'));
			if ($id !== undefined) assert.equal($id, raw + name);
		}
	});

	test('the page of macros has every predefined macro that stands for a value, with its grade', () => {
		const page = readFileSync('docs/macros.md', 'utf8');
		const listed = [...page.matchAll(/^\| `#(predefined\.[\w.]+)#` \| .* \| (\w+) \|$/gm)];
		assert.deepEqual(
			listed.map(([, name, grade]) => `${name} ${grade}`),
			macros.macros.flatMap(({ name, type, grade }) =>
				type === 'object' || type === 'array' ? [] : [`${name} ${grade}`],
			),
		);
	});

	test('the page of commands has every command', async () => {
		const { stdout } = await xclarity(['help']);
		const page = readFileSync('docs/commands.md', 'utf8');
		const commands = [...stdout.matchAll(/^ {2}([a-z-]+) {2,}\S/gm)].map(([, name]) => name);
		assert.ok(commands.length > 20);
		assert.deepEqual(
			commands.filter(name => !page.includes(`\n$ xclarity help ${name}\n`)),
			[],
		);
	});
});
