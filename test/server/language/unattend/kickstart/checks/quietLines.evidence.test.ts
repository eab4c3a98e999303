import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import v8 from 'node:v8';
import vm from 'node:vm';
import { kickstartDialect } from '../../../../../../server/language/unattend/kickstart/kickstartDialect';
import { kickstartSource } from '../kickstartSource';

/** To collect all garbage takes its time, most of all beside the tests of everything else. */
suite('lines in which nothing was found before', () => {
	test('hold on to nothing else of their file', () => {
		v8.setFlagsFromString('--expose-gc');
		const collect = vm.runInNewContext('gc');
		const script = `%post\n${'echo one more step of the installation\n'.repeat(25_000)}%end`;
		const grown = (files: number): number => {
			for (let number = 0; number < files; number++) {
				const text = `repo --name=site${number} --baseurl=http://a.b/${number}\n${script}`;
				kickstartDialect.validate(kickstartSource(text, {}));
			}
			collect();
			return process.memoryUsage().heapUsed;
		};
		const before = grown(2);
		assert.ok(grown(12) - before < 2 * script.length);
	});
});
