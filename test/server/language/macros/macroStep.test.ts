import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import fc from 'fast-check';
import { lookUpMacro } from '../../../../server/language/macros/macroLookup';
import { declaredStep, stepTo } from '../../../../server/language/macros/macroStep';
import type { MacroNode } from '../../../../server/language/macros/macroTable';
import { cases, hostileLength } from '../../../support/thorough';
import { node, vendorTable } from './macroTables';
import { declaredByLooking, stepByLooking } from './stepByLooking';

const word = (most: number) =>
	fc.string({ unit: fc.constantFrom('a', 'b', 'A', 'é', '-', '_', '0', '1', '2'), maxLength: most });
const names = fc.oneof(
	word(3),
	word(3),
	word(9).map(rest => `setting-${rest}`),
);
const instances = fc.option(
	fc.record({ min: fc.constant(0), max: fc.constantFrom(undefined, 0, 1, 2, 12), autoCreated: fc.boolean() }),
	{ nil: undefined },
);
const leaf = fc.tuple(names, instances).map(([name, instances]) => node(name, 0, {}, { instances }));
// Numbered ones without digits: `a1` and `a` would both have an `a10`, and one out of range would hide the other.
const inner = fc
	.tuple(names, instances)
	.map(([name, instances]) => node(instances ? name.replace(/\d/g, '') : name, 0, {}, { instances }));
const parent = fc
	.tuple(names, instances, fc.array(inner, { maxLength: 4 }))
	.map(([name, instances, children]) => node(name, 0, {}, { instances, children }));
const lists = fc.array(fc.oneof(leaf, parent), { maxLength: 9 });

suite('macroStep', () => {
	test('a name leads where a look at one sibling after the other leads', () => {
		fc.assert(
			fc.property(lists, fc.array(names, { minLength: 1, maxLength: 8 }), (nodes, asked) => {
				const own = nodes.flatMap(({ name, children }) => [
					name,
					`${name}1`,
					...children.map(({ name }) => `${name}0`),
				]);
				for (const name of [...asked, ...own]) {
					assert.deepEqual(stepTo(nodes, name), stepByLooking(nodes, name), name);
					assert.deepEqual(declaredStep(nodes, name), declaredByLooking(nodes, name), name);
				}
			}),
			cases({ few: 30, many: 20_000 }),
		);
	});

	test('of two templates with the name the first is meant, and of two names in one the plain one', () => {
		const instances = { min: 0, max: 12, autoCreated: true };
		const plain = node('a10', 0);
		const numbered = node('a', 0, {}, { instances });
		for (const lists of [[[plain], [numbered]], [[numbered], [plain]], [[numbered, plain]]]) {
			const nodes = lists.map((children, at) => node(`t${at}-`, 0, {}, { instances, children }));
			assert.deepEqual(stepTo(nodes, 'a10'), stepByLooking(nodes, 'a10'));
			assert.deepEqual(stepTo(nodes, 'a10').names, ['t0-0', 'a10']);
		}
	});

	test('of two templates whose names read otherwise with a number behind them, too', () => {
		const instances = { min: 0, max: 12, autoCreated: true };
		const [long, short] = ['a1', 'a'].map(name => node(name, 0, {}, { instances }));
		assert.ok(long && short);
		for (const lists of [[[long], [short]], [[short], [long]], [[short, long]], [[node('b', 0)], [short], [long]]]) {
			const nodes = lists.map((children, at) => node(`t${at}-`, 0, {}, { instances, children }));
			for (const name of ['a10', 'a11', 'a1']) assert.deepEqual(stepTo(nodes, name), stepByLooking(nodes, name), name);
		}
	});

	test('among very many siblings a name with one or two letters wrong is still put right', () => {
		const nodes: MacroNode[] = Array.from({ length: 1500 }, (_, at) => node(`setting-${at}-end`, at));
		for (const name of ['server', 'administrator'])
			nodes.push(node(name, 0, {}, { instances: { min: 0, max: 3, autoCreated: true } }));
		nodes.push(node('defaultGateway', 0));
		const meant = (name: string) => stepTo(nodes, name).names;
		for (const name of ['seting-1321-end', 'setting-1321-endd', 'setting-1321-emd', 'setting-1321-edn'])
			assert.deepEqual(meant(name), ['setting-1321-end'], name);
		assert.deepEqual(meant('Setting_1321-End'), ['setting-1321-end']);
		assert.deepEqual(meant('sever2'), ['server2']);
		assert.deepEqual(meant('sever9'), ['server2']);
		for (const name of ['dfaultGatewai', 'defaltGatway', 'defauultGaateway', 'efaultGatewax'])
			assert.deepEqual(meant(name), ['defaultGateway'], name);
		assert.deepEqual(meant('admnistratr2'), ['administrator2']);
		assert.deepEqual(meant('dfltGtwy'), []);
	});

	test('n names among n siblings are answered at once, right, misspelt and unknown', () => {
		const count = hostileLength(300, 30_000);
		const nodes = Array.from({ length: count }, (_, at) => node(`s${at}`, at));
		const table = { ...vendorTable, nodes };
		for (let at = 0; at < count; at++) {
			assert.equal(lookUpMacro(table, `s${at}`).kind, 'found');
			assert.equal(lookUpMacro(table, `t${at}`).kind, 'unknown');
			assert.equal(lookUpMacro(table, `another${at}`).kind, 'unknown');
		}
	});

	test('n names among n templates are answered at once', () => {
		const count = hostileLength(300, 30_000);
		const nodes = Array.from({ length: count }, (_, at) =>
			node(
				`t${at}-`,
				at,
				{},
				{
					instances: { min: 0, max: 5, autoCreated: true },
					children: [node('a', at, {}, { instances: { min: 0, max: at, autoCreated: false } })],
				},
			),
		);
		for (let at = 0; at < count - 1; at++) {
			assert.equal(stepTo(nodes, `t${at}-4`).kind, 'found');
			assert.deepEqual(stepTo(nodes, `a${at}`).names, [`t${at + 1}-0`, `a${at}`]);
		}
	});
});
