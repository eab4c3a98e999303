import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { esxiLinks } from '../../../../../server/language/unattend/esxi/esxiLinks';
import { marked } from '../../../../support/markers';
import { kickstartSource } from '../kickstart/kickstartSource';

suite('include links', () => {
	test('a relative path leads to the file beside', () => {
		const { document, ranges } = marked('%include ⟦parts/disk one.ks⟧'.replace(' one', ''), 'kickstart');
		assert.deepEqual(esxiLinks(kickstartSource(document)), [
			{ range: ranges[0], target: 'file:///site/parts/disk.ks' },
		]);
	});

	test('paths on the installed server, above the folder, or known only at deployment lead nowhere', () => {
		const { document } = marked(
			'%include /tmp/part\n%include ../secret\n%include parts/../../x\n%include http://h/x\n%include #site.part#\n%include $x\n# %include a.ks\n',
			'kickstart',
		);
		assert.deepEqual(esxiLinks(kickstartSource(document)), []);
	});
});
