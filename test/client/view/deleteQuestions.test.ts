import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import type { Server } from '../../../client/servers/server';
import { deleteQuestion, isDeletable, keepQuestion } from '../../../client/view/deleteQuestions';
import { labelOf } from '../../../client/view/nodeLabels';
import { contentsOf } from '../../../client/view/serverContents';
import { childrenOf, type ViewNode } from '../../../client/view/viewNode';
import { readOsImages } from '../../../server/rest/osImages';

const server: Server = { id: 'lab', name: 'Lab', url: 'https://lxca.example.net', user: 'USERID' };

const contents = contentsOf(
	readOsImages({
		items: [
			{
				id: 'i1',
				name: 'rhels9.4',
				profiles: [
					{ id: 'p1', name: 'Minimal', type: 'Predefined' },
					{ id: 'p2', name: 'Rack 7', type: 'Custom' },
				],
			},
			{ id: 'i2', name: 'bare' },
		],
		unattendFiles: [
			{ id: 'u1', name: 'a.ks', associatedFileId: 'c1' },
			{ id: 'u2', name: 'b.ks', associatedFileId: 'c1' },
			{ id: 'u3', name: 'silent.ks' },
		],
		configFiles: [
			{ id: 'c1', name: 'site.json', associatedFileId: 'u1' },
			{ id: 'c2', name: 'free.json', associatedFileId: '' },
		],
	}),
	[],
	[{ id: '3', name: 'Depot', address: 'sftp://192.0.2.8:22' }],
);

const everyLine = (node: ViewNode): readonly ViewNode[] => [
	node,
	...childrenOf(node, contents, '').flatMap(child => everyLine(child)),
];
const deletable = everyLine({ kind: 'server', server }).filter(isDeletable);
const question = (...names: readonly string[]) =>
	deleteQuestion(
		deletable.filter(node => names.includes(labelOf(node))),
		contents,
		'Lab',
	);

suite('questions before a deletion', () => {
	test('files, images, file servers and custom profiles can be deleted, predefined profiles cannot', () => {
		assert.deepEqual(deletable.map(labelOf), [
			...['rhels9.4', 'Rack 7', 'bare'],
			...['a.ks', 'b.ks', 'silent.ks', 'site.json', 'free.json', 'Depot'],
		]);
	});

	test('each file that uses a configuration file is named', () => {
		const { message, detail } = question('site.json');
		assert.equal(message, 'Delete site.json from Lab?');
		assert.match(detail, /^a\.ks uses site\.json and would be left without its configuration file\.$/m);
		assert.match(detail, /^b\.ks uses site\.json/m);
	});

	test('a file that goes along is no reason to warn', () => {
		const { message, detail } = question('a.ks', 'b.ks', 'site.json');
		assert.equal(message, 'Delete a.ks, b.ks and site.json from Lab?');
		assert.match(detail, /^No other file on this server is linked with them\./);
	});

	test('a file without links is said to have none, and a silent server is not taken at its word', () => {
		assert.match(question('free.json').detail, /^No other file on this server is linked with it\./);
		assert.match(question('silent.ks').detail, /^The server does not say what uses silent\.ks\./);
	});

	test('an image takes its profiles along', () => {
		assert.deepEqual(question('rhels9.4'), {
			message: 'Delete the OS image rhels9.4 from Lab?',
			detail: 'The profiles of rhels9.4 are deleted with it: Minimal and Rack 7.\nThis cannot be undone.',
		});
		assert.match(question('bare').detail, /^bare has no profiles\.$/m);
	});

	test('what a custom profile and a file server leave is said', () => {
		const { message, detail } = question('Rack 7', 'Depot');
		assert.equal(message, 'Delete the profile Rack 7 and the remote file server Depot from Lab?');
		assert.match(detail, /^The files of Rack 7 stay on the server\.$/m);
		assert.match(detail, /^Lab can no longer fetch files from Depot\. The files there stay\.$/m);
		assert.doesNotMatch(detail, /No other file/);
	});

	test('to keep one of several files of a name calls the others by their ids, and says what uses them', () => {
		const twins = contentsOf(
			readOsImages({
				unattendFiles: [
					{ id: '20261123125748_ks', name: 'ks.cfg', associatedFileId: 'c' },
					{ id: 'u2', name: 'ks.cfg', associatedFileId: 'c' },
				],
				configFiles: [{ id: 'c', name: 'site.json', associatedFileId: 'u2' }],
			}),
			[],
		);
		const [one, other] = twins.unattends;
		assert.ok(one && other);
		assert.deepEqual(keepQuestion(other, [one], twins, 'Lab'), {
			message: 'Keep only u2 of the files named ks.cfg on Lab?',
			detail: [
				'Deleted: 20261123125748_ks, imported 2026-11-23 12:57:48.',
				'site.json is linked with 20261123125748_ks.',
				'The server does not tell whether profiles use it.',
				'This cannot be undone.',
			].join('\n'),
		});
	});
});
