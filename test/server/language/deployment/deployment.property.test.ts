/** Random configuration-settings files and answers, against a plain second opinion of what the dialog takes. */
import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import fc from 'fast-check';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { declaredMacros } from '../../../../server/language/config/customMacros';
import type { AnswerObject } from '../../../../server/language/deployment/answers';
import { deployForm } from '../../../../server/language/deployment/deployForm';
import { deploy } from '../../../../server/language/deployment/deployment';
import { finishUnattend } from '../../../../server/language/deployment/finishedUnattend';
import type { Context } from '../../../../server/language/language';
import { dialectOf } from '../../../../server/language/languageService';
import { noLink } from '../../../../server/language/links/link';
import { listMacros } from '../../../../server/language/macros/macroLookup';
import { cases } from '../../../support/thorough';

/** A setting to be, its answer, and whether an operator could have entered that. */
interface Case {
	readonly node: Record<string, unknown>;
	readonly answer: unknown;
	readonly isTaken: boolean;
	/** How many instances the answer makes of a list. */
	readonly count?: number;
}

const leaf = fc
	.record({
		optional: fc.boolean(),
		choices: fc.option(fc.constant<readonly string[]>(['one', 'two']), { nil: undefined }),
		regex: fc.option(fc.constant('^[a-z]{1,5}$'), { nil: undefined }),
		preset: fc.option(fc.constantFrom('one', 'two'), { nil: undefined }),
		answer: fc.constantFrom(undefined, '', 'one', 'three', 'UPPER', 7),
	})
	.map(({ optional, choices, regex, preset, answer }): Case => {
		const text = answer === undefined ? (preset ?? '') : String(answer);
		const isTaken =
			text === '' ? optional : (!choices || choices.includes(text)) && (!regex || /^[a-z]{1,5}$/.test(text));
		return { node: { type: 'string', optional, choices, regex, value: preset }, answer, isTaken };
	});

const named = (name: string, { node }: Case, common: boolean): object => ({
	category: 'dynamic',
	common,
	name,
	...node,
});

const { tree } = fc.letrec<{ tree: Case; group: Case; list: Case }>(tie => ({
	tree: fc.oneof({ maxDepth: 3, withCrossShrink: true }, leaf, tie('group'), tie('list')),
	group: fc.array(tie('tree'), { minLength: 1, maxLength: 3 }).map(
		(members): Case => ({
			node: {
				type: 'assoc_array',
				optional: true,
				content: members.map((member, index) => named(`m${index}-`, member, true)),
			},
			answer: Object.fromEntries(
				members.flatMap(({ answer }, index) => (answer === undefined ? [] : [[`m${index}-`, answer]])),
			),
			isTaken: members.every(({ isTaken }) => isTaken),
		}),
	),
	list: fc
		.record({ item: tie('tree'), min: fc.nat(2), more: fc.option(fc.nat(2), { nil: undefined }), count: fc.nat(5) })
		.map(({ item, min, more, count }): Case => {
			const max = more === undefined ? undefined : min + more;
			const list = {
				type: 'array',
				optional: true,
				minElements: min,
				...(max === undefined ? {} : { maxElements: max }),
				template: [named('e-', item, true)],
			};
			return {
				node: list,
				answer: { 'e-': Array.from({ length: count }, () => item.answer ?? null) },
				isTaken: count >= min && count <= (max ?? count) && (count === 0 || item.isTaken),
			};
		}),
}));

const kickstart = dialectOf('kickstart');
assert.ok(kickstart);
const checker = { dialect: kickstart, validate: () => [] };

suite('any configuration-settings file with any answers', () => {
	test('is refused exactly when the dialog refuses an answer; else every macro has a value', () => {
		fc.assert(
			fc.property(fc.array(tree, { minLength: 1, maxLength: 4 }), fc.boolean(), (settings, isCommon) => {
				const content = settings.map((setting, index) => named(`s${index}-`, setting, isCommon));
				const config = { category: 'dynamic', name: 'root', type: 'assoc_array', optional: false, content };
				const table = declaredMacros(TextDocument.create('file:///c.json', 'json', 1, JSON.stringify(config)));
				const macros = listMacros(table);
				const document = TextDocument.create(
					'file:///ks',
					'kickstart',
					1,
					macros.map(({ name }) => `# #${name}#\n`).join(''),
				);
				const given = Object.fromEntries(
					settings.flatMap(({ answer }, index) => (answer === undefined ? [] : [[`s${index}-`, answer]])),
				) as AnswerObject;
				const context: Context = { severities: {}, link: noLink, dependents: [], applianceMacros: [], files: [] };
				const answers = {
					common: isCommon ? given : {},
					predefined: {},
					servers: [{ name: undefined, values: isCommon ? {} : given, predefined: {}, path: ['servers', 0, 'values'] }],
				};
				const isTaken = settings.every(setting => setting.isTaken);
				assert.equal(deploy(deployForm(table), answers, 0).faults.length === 0, isTaken);
				const { substitutions } = finishUnattend(document, context, table, checker, { answers });
				assert.equal(substitutions.length, macros.length, 'every macro is found in the file');
				const open = substitutions.filter(({ becomes }) => 'unresolved' in becomes);
				if (isTaken) assert.deepEqual(open, []);
			}),
			cases({ few: 6, many: 5000 }),
		);
	});
});
