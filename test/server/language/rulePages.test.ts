/**
 * Each rule has a page in docs/rules, and the page is true: what it calls wrong raises the rule, what it calls right
 * does not, and severity and evidence are those of the registry. When this fails after a rule was added or changed,
 * write or correct docs/rules/<code>.md.
 */
import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { suite, test } from 'node:test';
import { languageFor } from '../../../server/language/languageService';
import { isRuleCode, type RuleCode, rules } from '../../../server/language/rules';
import type { Rule } from '../../../server/language/rules/rule';
import { sampled } from '../../support/thorough';
import { raisedElsewhere, ruleExamples } from './ruleExamples';

const folder = 'docs/rules';
const codes = Object.keys(rules) as RuleCode[];

/** What is right is shown by files without a mistake as well: a quick run looks at a part of the pages for that. */
const triedForRight: ReadonlySet<RuleCode> = new Set(sampled(codes, 6));

/** Codes that the examples below a heading raise, each as often as they do. */
const raised = (page: string, heading: string): string[][] =>
	ruleExamples(page, heading).map(({ kind, document, context }) =>
		languageFor(kind)
			.validate(document, context)
			.map(({ code }) => String(code)),
	);

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
			const wrong = raised(page, 'Wrong');
			assert.ok(wrong.length > 0, 'the page shows what is wrong');
			assert.ok(
				wrong.every(found => found.includes(code)) || (rule.page && wrong.flat().includes(code)),
				`Wrong raises ${JSON.stringify(wrong)}`,
			);
			if (!triedForRight.has(code)) return;
			const right = raised(page, 'Right');
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
