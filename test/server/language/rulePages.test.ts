/**
 * Each rule has a page in docs/rules, and the page is true: what it calls wrong raises the rule, what it calls right
 * does not, and severity and evidence are those of the registry. When this fails after a rule was added or changed,
 * write or correct docs/rules/<code>.md.
 */
import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { suite, test } from 'node:test';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { Context, Kind } from '../../../server/language/language';
import { languageFor } from '../../../server/language/languageService';
import { noLink } from '../../../server/language/links/link';
import { recognise } from '../../../server/language/recognise';
import { isRuleCode, type RuleCode, rules } from '../../../server/language/rules';
import type { Rule } from '../../../server/language/rules/rule';

const folder = 'docs/rules';
const codes = Object.keys(rules) as RuleCode[];

/** A fenced block: its language, the words after it, its text. */
interface Example {
	readonly language: string;
	readonly words: readonly string[];
	readonly text: string;
}

function examples(page: string, heading: string): Example[] {
	const section = page.split(/^## /m).find(part => part.startsWith(heading)) ?? '';
	return [...section.matchAll(/^```([\w-]+)([^\n]*)\n([\s\S]*?)^```$/gm)].map(
		([, language = '', words = '', text = '']) => ({
			language,
			words: words.trim().split(/\s+/),
			text: text.replace(/‸/g, ''),
		}),
	);
}

const kinds: Readonly<Record<string, Kind>> = {
	'xclarity-config': 'config',
	'xclarity-manifest': 'manifest',
	kickstart: 'kickstart',
	'esxi-kickstart': 'esxi',
	autoyast: 'autoyast',
	'windows-unattend': 'windows',
	shellscript: 'script',
};

const fact = (example: Example, name: string): string | undefined =>
	example.words.find(word => word.startsWith(`${name}=`))?.slice(name.length + 1);

/** `rhels:9.4,9.5;sles:15.5` as the systems that a connected appliance lists. */
const supported = (words: string | undefined): Context['applianceSystems'] =>
	words?.split(';').map(system => {
		const [os = '', releases = ''] = system.split(':');
		return { os, unattendReleases: releases.split(',') };
	});

/**
 * Codes that an example raises, each as often as it does. Several main blocks are each tried with the one marked
 * `linked`, their configuration-settings file, or those marked `dependent`, the files that use its macros.
 */
function raised(blocks: readonly Example[]): string[][] {
	const linked = blocks.find(({ words }) => words.includes('linked'));
	const config = linked && TextDocument.create('file:///site/site.xclarity.json', 'xclarity-config', 1, linked.text);
	const dependents = blocks.filter(({ words }) => words.includes('dependent'));
	return blocks
		.filter(block => block !== linked && !dependents.includes(block))
		.map(block => {
			const kind = kinds[block.language] ?? recognise({ path: 'file.xml', text: block.text });
			assert.ok(kind, `no kind for a block of ${block.language}`);
			const document = TextDocument.create(
				`file:///site/${fact(block, 'name') ?? 'example'}`,
				block.language,
				1,
				block.text,
			);
			const matches = fact(block, 'matches')?.split(',');
			const missing = fact(block, 'missing');
			const link = {
				...noLink,
				os: fact(block, 'os'),
				osrelease: fact(block, 'release'),
				...(config ? { config, configPath: 'site.xclarity.json', matches: matches ?? ['site.xclarity.json'] } : {}),
				...(missing ? { configPath: missing, matches: [missing] } : {}),
			};
			const context: Context = {
				severities: {},
				link,
				dependents: dependents.map((block, index) =>
					TextDocument.create(`file:///site/dependent${index}`, block.language, 1, block.text),
				),
				applianceMacros: [],
				applianceSystems: supported(fact(block, 'supported')),
				files: fact(block, 'files')?.split(',') ?? [],
				included: fact(block, 'absent')
					?.split(',')
					.map(path => ({ uri: `file:///site/${path}`, document: undefined })),
			};
			return languageFor(kind)
				.validate(document, context)
				.map(({ code }) => String(code));
		});
}

/** What the core alone cannot raise; each is covered by a test of the shell that does. */
const raisedElsewhere: readonly RuleCode[] = ['file-unrecognised', 'appliance-refused'];

suite('rule pages', () => {
	test('there is a page for each rule and none besides', () => {
		const pages = existsSync(folder) ? readdirSync(folder).filter(file => file !== 'README.md') : [];
		const wanted = new Set(codes.map(code => `${(rules[code] as Rule).page ?? code}.md`));
		assert.deepEqual(
			[...wanted].filter(page => !pages.includes(page)),
			[],
			'missing pages',
		);
		assert.deepEqual(
			pages.filter(page => !wanted.has(page)),
			[],
			'pages without a rule',
		);
	});

	for (const code of codes) {
		const rule: Rule = rules[code];
		const file = `${folder}/${rule.page ?? code}.md`;
		test(`${code} is what its page says`, { skip: !existsSync(file) && 'reported above' }, () => {
			const page = readFileSync(file, 'utf8');
			assert.ok(page.includes(`"${code}": "off"`), 'the page tells how to switch the rule off');
			if (!rule.page) {
				assert.ok(page.startsWith(`# ${code}\n`), 'the page is headed with the code');
				assert.match(page, new RegExp(`\\*\\*Severity\\*\\* ${rule.severity} `), `the page says ${rule.severity}`);
				assert.match(page, new RegExp(`\\*\\*Evidence\\*\\* ${rule.grade}\\b`), `the page says ${rule.grade}`);
			}
			if (raisedElsewhere.includes(code)) return;
			const wrong = raised(examples(page, 'Wrong'));
			assert.ok(wrong.length > 0, 'the page shows what is wrong');
			assert.ok(
				wrong.every(found => found.includes(code)) || (rule.page && wrong.flat().includes(code)),
				`Wrong raises ${JSON.stringify(wrong)}`,
			);
			const right = raised(examples(page, 'Right'));
			assert.ok(right.length > 0, 'the page shows what is right');
			assert.ok(!right.flat().includes(code), `Right raises ${code}`);
		});
	}
});

suite('registry', () => {
	const loudest: Readonly<Record<Rule['grade'], readonly Rule['severity'][]>> = {
		reference: ['error', 'warning', 'information', 'hint'],
		documented: ['error', 'warning', 'information', 'hint'],
		example: ['error', 'warning', 'information', 'hint'],
		inferred: ['warning', 'information', 'hint'],
		believed: ['information', 'hint'],
	};
	test('no rule is louder than its evidence allows', () => {
		assert.deepEqual(
			codes.filter(code => !loudest[rules[code].grade].includes(rules[code].severity)),
			[],
		);
	});
	test('codes are kebab-case and known as such', () => {
		assert.deepEqual(
			codes.filter(code => !/^[a-z]+(-[a-z0-9]+)+$/.test(code) || !isRuleCode(code)),
			[],
		);
	});
	test('messages end as sentences do', () => {
		assert.deepEqual(
			codes.filter(code => !/[.?!}]$/.test(rules[code].message)),
			[],
		);
	});
});
