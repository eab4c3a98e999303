/**
 * Any configuration-settings file, and anything that could be entered: what the dialog refuses, the resolver refuses
 * when it reads what the dialog saves, and the other way round; with what it accepts every macro has a value.
 */
import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import fc from 'fast-check';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { declaredMacros } from '../../../server/language/config/customMacros';
import type { Answer, AnswerObject } from '../../../server/language/deployment/answers';
import { type DeployForm, deployForm, type FormEntry } from '../../../server/language/deployment/deployForm';
import { deploy } from '../../../server/language/deployment/deployment';
import { finishUnattend } from '../../../server/language/deployment/finishedUnattend';
import { valuesFile } from '../../../server/language/deployment/valuesFile';
import { dialectOf } from '../../../server/language/languageService';
import { noLink } from '../../../server/language/links/link';
import { listMacros } from '../../../server/language/macros/macroLookup';
import { checkAnswers } from '../../../server/lsp/deployDialog';
import { nodeFileSystem } from '../../../server/workspace/nodeFileSystem';
import { Workspace } from '../../../server/workspace/workspace';
import { cases } from '../../support/thorough';

type Setting = Readonly<Record<string, unknown>>;

const names = ['host', 'constructor', 'toString', 'x-', 'A_b', 'valueOf', 'lang', 'length'] as const;

const named = (settings: readonly Setting[]): Setting[] =>
	settings.map((setting, index) => ({ category: 'dynamic', name: `${names[index % names.length]}`, ...setting }));

const leaf: fc.Arbitrary<Setting> = fc.record(
	{
		category: fc.constantFrom('dynamic', 'dynamic', 'dynamic', 'static'),
		type: fc.constantFrom('string', 'boolean', 'integer', 'password', 'odd'),
		optional: fc.boolean(),
		common: fc.boolean(),
		choices: fc.constantFrom(['a', 'b'], [], ['']),
		value: fc.constantFrom('a', 'b', '', 'UPPER', 7, true),
		regex: fc.constantFrom('^[a-z]$', '[', '^(a+)+$', ''),
	},
	{ requiredKeys: ['category', 'type'] },
);

const { tree } = fc.letrec<{ tree: Setting; group: Setting; list: Setting }>(tie => ({
	tree: fc.oneof({ maxDepth: 3, withCrossShrink: true }, leaf, tie('group'), tie('list')),
	group: fc
		.record({ content: fc.array(tie('tree'), { minLength: 1, maxLength: 3 }), common: fc.boolean() })
		.map(({ content, common }) => ({ type: 'assoc_array', common, content: named(content) })),
	list: fc
		.record({
			item: tie('tree'),
			minElements: fc.nat(3),
			more: fc.oneof(
				{ weight: 9, arbitrary: fc.constantFrom(undefined, 0, 1, 3) },
				{ weight: 1, arbitrary: fc.constant(-1) },
			),
			autoCreateInstance: fc.boolean(),
		})
		.map(({ item, autoCreateInstance, minElements, more }) => ({
			type: 'array',
			minElements,
			...(more === undefined ? {} : { maxElements: Math.max(0, minElements + more) }),
			template: [{ category: 'dynamic', name: 'item-', autoCreateInstance, ...item }],
		})),
}));

/** What may be entered for settings: mostly what belongs there, sometimes anything. */
const answersFor = (entries: readonly FormEntry[]): fc.Arbitrary<Answer | undefined> =>
	seldom(fc.record(Object.fromEntries(entries.map(entry => [entry.name, answerFor(entry)])), { requiredKeys: [] }));

const seldom = (usual: fc.Arbitrary<Answer | undefined>): fc.Arbitrary<Answer | undefined> =>
	fc.oneof(
		{ weight: 80, arbitrary: usual },
		{ weight: 1, arbitrary: fc.constantFrom<Answer | undefined>(undefined, null, 'a', [], {}, { gone: 'a' }, ['a']) },
	);

function answerFor(entry: FormEntry): fc.Arbitrary<Answer | undefined> {
	if (entry.kind === 'group') return answersFor(entry.entries);
	if (entry.kind === 'field') {
		const { value, choices = [] } = entry.setting;
		const fitting = entry.input === 'fixed' ? value : (choices[0] ?? 'a');
		const other = fc.constantFrom<Answer | undefined>(undefined, value, 'a', 'b', '', 'UPPER', 7, true);
		return fc.oneof({ weight: 8, arbitrary: fc.constant(fitting) }, { weight: 1, arbitrary: seldom(other) });
	}
	const one = answerFor(entry.element).map(answer => answer ?? null);
	return seldom(
		fc.array(one, { minLength: entry.min, maxLength: Math.max(entry.min, Math.min(entry.max ?? 4, 4)) }),
	).chain(usual =>
		fc.oneof({ weight: 9, arbitrary: fc.constant(usual) }, { weight: 1, arbitrary: fc.array(one, { maxLength: 5 }) }),
	);
}

const asObject = (answer: Answer | undefined): AnswerObject =>
	typeof answer === 'object' && answer !== null && !Array.isArray(answer) ? (answer as AnswerObject) : {};

const site = fc.array(tree, { minLength: 1, maxLength: 4 }).chain(settings => {
	const root = { category: 'dynamic', name: 'root', type: 'assoc_array', optional: false, content: named(settings) };
	const config = TextDocument.create('file:///site/site.xclarity.json', 'xclarity-config', 1, JSON.stringify(root));
	const form = deployForm(declaredMacros(config));
	return fc.record({
		config: fc.constant(config),
		form: fc.constant(form),
		common: answersFor(form.common).map(asObject),
		servers: fc.array(answersFor(form.perServer).map(asObject), { minLength: 1, maxLength: 3 }),
	});
});

/** Whether an instance can be seen by its macros: one that holds only an empty list has none. */
const bringsMacros = (entry: FormEntry): boolean => {
	if (entry.kind === 'field') return true;
	return entry.kind === 'group' ? entry.entries.some(bringsMacros) : entry.min > 0 && bringsMacros(entry.element);
};

/** Every list that has a number of instances which its bounds forbid, by its macro. */
function outOfBounds(form: DeployForm, macros: readonly string[]): string[] {
	const walk = (entry: FormEntry, at: string): string[] => {
		if (entry.kind === 'field') return [];
		if (entry.kind === 'group') return entry.entries.flatMap(child => walk(child, `${at}.${child.name}`));
		const own = macros.flatMap(macro => (macro.startsWith(at) ? (/^\d+/.exec(macro.slice(at.length)) ?? []) : []));
		const count = new Set(own).size;
		const inside = [...new Set(own)].flatMap(number => walk(entry.element, `${at}${number}`));
		const isBad = bringsMacros(entry.element) && (count < entry.min || count > (entry.max ?? 1000));
		return isBad ? [`${at}: ${count}`, ...inside] : inside;
	};
	return [...form.common, ...form.perServer].flatMap(entry => walk(entry, entry.name));
}

const kickstart = dialectOf('kickstart');
assert.ok(kickstart);
const checker = { dialect: kickstart, validate: () => [] };

suite('any configuration-settings file and anything entered', () => {
	test('the dialog and the resolver refuse the same, and what both take gives every macro a value', async context => {
		let accepted = 0;
		let refused = 0;
		await fc.assert(
			fc.asyncProperty(site, async ({ config, form, common, servers }) => {
				const workspace = new Workspace({ files: nodeFileSystem, openDocuments: () => [config], roots: () => [] });
				const answers = {
					common,
					predefined: {},
					servers: servers.map(values => ({ name: undefined, values, predefined: {} })),
				};
				const checked = await checkAnswers(workspace, { uri: config.uri, answers });
				assert.ok(checked);
				const saved = valuesFile(TextDocument.create('file:///site/site.values.json', 'json', 1, checked.text)).answers;
				const deployments = servers.map((_, server) => deploy(form, saved, server));
				const isTaken = checked.faults.length === 0;
				assert.equal(
					deployments.every(({ faults }) => faults.length === 0),
					isTaken,
					JSON.stringify(checked.faults),
				);
				if (!isTaken) {
					refused++;
					return;
				}
				accepted++;
				const table = declaredMacros(config);
				for (const [server, { values }] of deployments.entries()) {
					assert.deepEqual(outOfBounds(form, [...values.keys()]), []);
					const macros = new Set([...listMacros(table).map(({ name }) => name), ...values.keys()]);
					const text = [...macros].map(macro => `# #${macro}#\n`).join('');
					const document = TextDocument.create('file:///site/ks.cfg', 'kickstart', 1, text);
					const link = { ...noLink, config };
					const asked = { severities: {}, link, dependents: [], applianceMacros: [], files: [] };
					const { substitutions } = finishUnattend(document, asked, table, checker, { answers: saved, server });
					assert.equal(substitutions.length, macros.size);
					assert.deepEqual(
						substitutions.filter(({ becomes }) => 'unresolved' in becomes),
						[],
					);
				}
			}),
			cases({ few: 40, many: 5000 }),
		);
		context.diagnostic(`${accepted} accepted, ${refused} refused`);
		assert.ok(accepted > 0 && refused > 0);
	});
});
