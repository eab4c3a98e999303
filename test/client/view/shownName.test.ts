import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { documentName, shownName } from '../../../client/view/shownName';

suite('names from a server', () => {
	test('an ordinary name stays as it is', () => {
		assert.equal(shownName('Größe 9.4 – site.xclarity.json'), 'Größe 9.4 – site.xclarity.json');
		assert.equal(documentName('site.xclarity.json'), 'site.xclarity.json');
	});

	test('line breaks and characters that reverse the text are shown as what they are', () => {
		assert.equal(shownName('a\nb\u202egfc.sk'), 'a\ufffdb\ufffdgfc.sk');
	});

	test('a name is no link that runs a command', () => {
		assert.equal(shownName('[ks.cfg](command:workbench.action.quit)'), '[ks.cfg] (command:workbench.action.quit)');
	});

	test('a very long name is cut', () => {
		assert.equal(shownName('x'.repeat(5_000)).length, 201);
		assert.equal(documentName(`${'x'.repeat(5_000)}.cfg`).length, 100);
	});

	for (const [name, expected] of [
		['../../etc/passwd', 'passwd'],
		['..\\..\\autorun.inf', 'autorun.inf'],
		['/', 'file'],
		['..', 'file'],
		['', 'file'],
		['a\u0000b.cfg', 'ab.cfg'],
		['CON', '_CON'],
		['nul.cfg', '_nul.cfg'],
		['ks.cfg. ', 'ks.cfg'],
		['a:b?c#d', 'a_b_c_d'],
	] as const) {
		test(`${JSON.stringify(name)} becomes the document ${expected}`, () => {
			assert.equal(documentName(name), expected);
		});
	}
});
