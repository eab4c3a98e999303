import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import type { Server } from '../../../client/servers/server';
import type { ServerContents } from '../../../client/view/contents';
import { descriptionOf, labelOf } from '../../../client/view/nodeLabels';
import { contentsOf } from '../../../client/view/serverContents';
import { childrenOf, groupsOf, nodeId, pairOf, parentOf, type ViewNode } from '../../../client/view/viewNode';
import { readOsImages } from '../../../server/rest/osImages';

const server: Server = { id: 'lab', name: 'Lab', url: 'https://lxca.example.net', user: 'USERID' };

const lab = (): ServerContents =>
	contentsOf(
		readOsImages({
			items: [{ id: 'i1', name: 'rhels9.4', os: 'rhels', osrelease: '9.4', profiles: [{ id: 'p1', name: 'Minimal' }] }],
			unattendFiles: [{ id: 'u1', name: 'ks.cfg', os: 'rhels', osrelease: '9.4', associatedFileId: 'c1' }],
			customConfigFiles: [{ id: 'c1', name: 'site.json', associatedFileId: '' }],
			driverFiles: [{ id: 'd1', name: 'net.rpm' }],
		}),
		[],
		[{ id: '3', name: 'Depot', address: 'sftp://192.0.2.8:22' }],
	);

/** Labels with their descriptions, a level deeper for what stands below. */
function drawn(contents: ServerContents, filter = ''): readonly string[] {
	const draw = (node: ViewNode, indent: string): readonly string[] => [
		`${indent}${labelOf(node)}${descriptionOf(node) === '' ? '' : ` (${descriptionOf(node)})`}`,
		...childrenOf(node, contents, filter).flatMap(child => draw(child, `${indent}  `)),
	];
	return draw({ kind: 'server', server }, '');
}

suite('the tree of servers', () => {
	test('a link is shown on both files, though the server says it on one side only', () => {
		assert.deepEqual(drawn(lab()), [
			'Lab (lxca.example.net)',
			'  OS images (1)',
			'    rhels9.4 (rhels 9.4)',
			'      Minimal',
			'  Unattend files (1)',
			'    ks.cfg (⚠ linked in one direction only · rhels 9.4 · linked with 1 file)',
			'      site.json (its configuration file)',
			'  Configuration files (1)',
			'    site.json (linked with 1 file)',
			'      ks.cfg (uses this configuration)',
			'  Drivers, scripts and software (1)',
			'    net.rpm',
			'  Remote file servers (1)',
			'    Depot (id 3 · sftp://192.0.2.8:22)',
		]);
	});

	test('a filter leaves what has the words in its name, and says of how many', () => {
		assert.deepEqual(drawn(lab(), 'KS'), [
			'Lab (lxca.example.net)',
			'  OS images (0 of 1)',
			'  Unattend files (1)',
			'    ks.cfg (⚠ linked in one direction only · rhels 9.4 · linked with 1 file)',
			'      site.json (its configuration file)',
			'  Configuration files (0 of 1)',
			'  Drivers, scripts and software (0 of 1)',
			'  Remote file servers (0 of 1)',
		]);
		assert.ok(drawn(lab(), 'minimal').includes('      Minimal'));
	});

	test('a link to a file that the server does not list is shown as such', () => {
		const contents = contentsOf(readOsImages({ unattendFiles: [{ id: 'u1', associatedFileId: 'gone' }] }), []);
		assert.ok(drawn(contents).includes('      gone (not on this server)'));
	});

	test('each line has an id of its own, and leads back to the line above', () => {
		const contents = lab();
		const seen = new Set<string>();
		const visit = (node: ViewNode): void => {
			assert.ok(!seen.has(nodeId(node)), nodeId(node));
			seen.add(nodeId(node));
			for (const child of childrenOf(node, contents, '')) {
				const parent = parentOf(child, contents, '');
				assert.equal(parent && nodeId(parent), nodeId(node));
				visit(child);
			}
		};
		visit({ kind: 'server', server });
		assert.equal(seen.size, 14);
	});

	test('jobs have a group only while there are any', () => {
		assert.ok(groupsOf(server, lab(), '').every(({ group }) => group !== 'jobs'));
		const running = { ...lab(), jobs: [{ id: '7', title: 'Import', percent: 40.4, status: 'Running' }] };
		assert.ok(drawn(running).includes('    Import (40 %)'));
	});

	test('file servers have a group as soon as the server tells of them, even when there are none', () => {
		const groups = (fileServers: ServerContents['fileServers']) =>
			groupsOf(server, { ...lab(), fileServers }, '').map(({ group }) => group);
		assert.ok(groups([]).includes('fileServers'));
		assert.ok(!groups(undefined).includes('fileServers'));
	});

	test('only files of different kinds on one server make a pair', () => {
		const { unattends, configs, others } = lab();
		const node = (file: (typeof unattends)[0] | undefined, on = server): ViewNode | undefined =>
			file && { kind: 'file', server: on, file };
		const [unattend, config, driver] = [node(unattends[0]), node(configs[0]), node(others[0])];
		assert.deepEqual(pairOf(config, unattend), { unattend, config });
		assert.deepEqual(pairOf(unattend, config), { unattend, config });
		assert.equal(pairOf(unattend, unattend), undefined);
		assert.equal(pairOf(unattend, driver), undefined);
		assert.equal(pairOf(unattend, node(configs[0], { ...server, id: 'other' })), undefined);
		assert.equal(pairOf(unattend, undefined), undefined);
	});
});
