import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { mapDescription, mapLabel } from '../../../client/map/mapLabels';
import { type MapNode, mapNodeId, nodesBelow, placeOfNode, topNodes } from '../../../client/map/mapNode';
import { siteMap } from '../../server/language/deployment/map/mapExamples';

const map = siteMap(
	{ 'a.ks': 'lang #servers.server0.locale#\n# #log# #predefined.hostPlatforms.uuid#\n# #log# #no.such#\n' },
	{ alone: { 'b.ks': 'text\n' }, uploads: { 'a.ks': [{ server: 'Lab', isCurrent: false }] } },
);

/** The tree as indented lines. */
function lines(nodes: readonly MapNode[], indent = ''): string[] {
	return nodes.flatMap(node => [
		`${indent}${mapLabel(node)} (${mapDescription(node)})`,
		...lines(nodesBelow(node), `${indent}  `),
	]);
}

function allNodes(nodes: readonly MapNode[]): readonly MapNode[] {
	return nodes.flatMap(node => [node, ...allNodes(nodesBelow(node))]);
}

suite('the lines of the map', () => {
	test('tell what feeds what, what is unused, missing and uploaded', () => {
		assert.deepEqual(lines(topNodes(map)), [
			'site.xclarity.json ()',
			'  a.ks (rhels 9.4 · 1 without a value · uploaded to Lab, changed since)',
			'    #no.such# (no value · line 3)',
			'    #servers.server0.locale# (line 1)',
			'    #log# (lines 2, 3)',
			'      a.ks (line 2)',
			'      a.ks (line 3)',
			'    Predefined macros (1)',
			'      #predefined.hostPlatforms.uuid# (line 2)',
			'  Settings (5 · 3 unused)',
			'    #servers.server0.locale# (per server · 1 use)',
			'      a.ks (line 1)',
			'    #servers.server0.rack# (per server · unused)',
			'    #time.ntp0# (common · unused)',
			'    #note# (common · unused)',
			'    #log# (fixed · 2 uses)',
			'      a.ks (line 2)',
			'      a.ks (line 3)',
			'Without a configuration-settings file (1)',
			'  b.ks ()',
		]);
	});

	test('lead to their places', () => {
		const settings = nodesBelow(topNodes(map)[0] as MapNode).at(-1);
		const log = settings && nodesBelow(settings).at(-1);
		assert.ok(log);
		assert.equal(placeOfNode(log)?.uri, 'file:///site/site.xclarity.json');
		assert.deepEqual(
			nodesBelow(log).map(node => placeOfNode(node)?.range.start.line),
			[1, 2],
		);
		const [missing] = allNodes(topNodes(map)).filter(({ kind }) => kind === 'missing');
		assert.equal(missing && placeOfNode(missing)?.range.start.line, 2);
	});

	test('no two have the same id, and ids outlast a new map', () => {
		const ids = (nodes: readonly MapNode[]): string[] => nodes.map(mapNodeId);
		const all = ids(allNodes(topNodes(map)));
		assert.deepEqual([...new Set(all)], all);
		const again = siteMap({ 'a.ks': '# #log#\n' });
		assert.equal(ids(topNodes(again))[0], ids(topNodes(map))[0]);
	});
});
