import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { listMacros, lookUpMacro } from '../../../../server/language/macros/macroLookup';
import type { MacroNode } from '../../../../server/language/macros/macroTable';
import { node, vendorTable } from './macroTables';

/** The outcome in one line: kind, position of the wrong name, correction. */
function outcome(name: string): string {
	const found = lookUpMacro(vendorTable, name);
	if (found.kind === 'found') return `found ${found.path.map(node => node.name).join(' > ')}`;
	return `${found.kind} @${found.segment} → ${found.corrected ?? '?'}`;
}

suite('macroLookup', () => {
	for (const [name, expected] of [
		['server-settings.server0.locale', 'found server-settings > server > locale'],
		['server-settings.server17.locale', 'found server-settings > server > locale'],
		['server-settings.server0', 'found server-settings > server'],
		['common-ntpservers.ntpserver2', 'found common-ntpservers > ntpserver'],
		['logpath', 'found logpath'],
		['server-settings.server.locale', 'instanceMissing @1 → server-settings.server0.locale'],
		['common-ntpservers.ntpserver', 'instanceMissing @1 → common-ntpservers.ntpserver0'],
		['common-ntpservers.ntpserver3', 'instanceOutOfRange @1 → common-ntpservers.ntpserver2'],
		['common-ntpservers.ntpserver00', 'spelling @1 → common-ntpservers.ntpserver0'],
		['myCustomDeploy.server-settings.server0.locale', 'rootIncluded @0 → server-settings.server0.locale'],
		['myCustomDeploy.server_settings.server.locale', 'rootIncluded @0 → server-settings.server0.locale'],
		['server_settings.server0.locale', 'spelling @0 → server-settings.server0.locale'],
		['Server-Settings.server0.Locale', 'spelling @0 → server-settings.server0.locale'],
		['server-settings.server0.keyboardlocale', 'spelling @2 → server-settings.server0.keyboardLocale'],
		['server-settings.server0.locael', 'unknown @2 → server-settings.server0.locale'],
		['server-setings.sever0.locale', 'unknown @0 → server-settings.server0.locale'],
		['server-settings.locale', 'unknown @1 → server-settings.server0.locale'],
		['server-settings.server0.timezone', 'unknown @2 → ?'],
		['logpath.more', 'unknown @1 → ?'],
		['logpaht', 'unknown @0 → logpath'],
		['other.thing', 'unknown @0 → ?'],
		['', 'unknown @0 → ?'],
	] as const) {
		test(`${name}: ${expected}`, () => assert.equal(outcome(name), expected));
	}

	test('a template whose name ends in a digit takes its instance number behind it', () => {
		const table = { ...vendorTable, nodes: vendorTable.nodes.map(node => ({ ...node, name: `${node.name}1` })) };
		const [servers] = table.nodes;
		assert.ok(servers);
		const numbered = { ...table, nodes: [{ ...servers, instances: { min: 0, max: 2, autoCreated: true } }] };
		assert.equal(lookUpMacro(numbered, 'server-settings11.server0.locale').kind, 'found');
		assert.equal(lookUpMacro(numbered, 'server-settings12.server0.locale').kind, 'instanceOutOfRange');
	});

	test('a path of a hundred thousand names is answered at once', () => {
		assert.equal(lookUpMacro(vendorTable, 'a.'.repeat(100_000)).kind, 'unknown');
	});
});

suite('listMacros', () => {
	test("the vendor's example declares these macros", () => {
		assert.deepEqual(
			listMacros(vendorTable).map(({ name, type, common }) => ({ name, type, common })),
			[
				{ name: 'server-settings.server0.locale', type: 'string', common: false },
				{ name: 'server-settings.server0.keyboardLocale', type: 'string', common: false },
				{ name: 'common-ntpservers.ntpserver0', type: 'string', common: true },
				{ name: 'common-ntpservers.ntpserver1', type: 'string', common: true },
				{ name: 'common-ntpservers.ntpserver2', type: 'string', common: true },
				{ name: 'logpath', type: 'string', common: true },
			],
		);
	});

	test('a group of very many settings is answered', () => {
		const leaf = node('leaf', 0);
		const group = node('group', 0, {}, { children: Array.from({ length: 20_000 }, () => leaf) });
		assert.equal(listMacros({ ...vendorTable, nodes: [group] }).length, 10_000);
	});

	test('a list of a billion elements and a nesting of ten thousand levels are answered', () => {
		const huge = node('many', 0, {}, { instances: { min: 0, max: 1e9, autoCreated: false } });
		assert.equal(listMacros({ ...vendorTable, nodes: [huge] }).length, 1000);
		let deep: MacroNode = node('leaf', 0);
		for (let level = 0; level < 10_000; level++) deep = node('n', 0, {}, { children: [deep] });
		assert.equal(listMacros({ ...vendorTable, nodes: [deep] }).length, 1);
	});
});
