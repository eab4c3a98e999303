import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { accessibilityLabel } from '../../client/accessibilityLabel';
import { descriptionOf, labelOf } from '../../client/view/nodeLabels';
import { contentsOf } from '../../client/view/serverContents';
import { childrenOf, type ViewNode } from '../../client/view/viewNode';
import { readOsImages } from '../../server/rest/osImages';

const server = { id: 'lab', name: 'Lab', url: 'https://lxca.example.net', user: 'USERID', protected: true };
const unattend = (id: string) => ({ id, name: 'ks.cfg', os: 'rhels', associatedFileId: 'c1' });
const contents = contentsOf(
	readOsImages({
		unattendFiles: [unattend('u1'), unattend('u2')],
		configFiles: [{ id: 'c1', name: 'lab.json', associatedFileId: 'u1' }],
	}),
	[],
);

const labelFor = (node: ViewNode): string => accessibilityLabel(labelOf(node), descriptionOf(node));

suite('what a screen reader says of a line of the view', () => {
	test('of a server, where it is and that it is protected', () =>
		assert.equal(
			labelFor({ kind: 'server', server, notice: 'certificate expires in 3 days' }),
			'Lab, Warning: certificate expires in 3 days, protected, lxca.example.net',
		));

	test('of a group, how many there are', () =>
		assert.deepEqual(childrenOf({ kind: 'server', server }, contents, '').map(labelFor), [
			'OS images, 0',
			'Unattend files, 2',
			'Configuration files, 1',
		]));

	test('of a file, what is odd, its system and with how many it is linked', () => {
		const [file] = contents.unattends;
		assert.ok(file);
		assert.equal(
			labelFor({ kind: 'file', server, file }),
			'ks.cfg, Warning: 2 files have this name, rhels, linked with 1 file',
		);
	});
});
