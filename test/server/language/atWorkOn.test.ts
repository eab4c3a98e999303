import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { type AroundWork, atWorkOn, hosted, hostedLike } from '../../../server/language/atWorkOn';

suite('work on a file', () => {
	const told: string[] = [];
	const teller =
		(name: string): AroundWork =>
		(uri, work) => {
			told.push(`${name} ${uri}`);
			return work();
		};
	const workOn = (document: object): readonly string[] => {
		told.length = 0;
		assert.equal(
			atWorkOn(document, () => 'done'),
			'done',
		);
		return [...told];
	};

	test('is told to the host of the file, the first one that it has', () => {
		const document = { uri: 'file:///a' };
		assert.deepEqual(workOn(document), []);
		assert.equal(hosted(document, undefined), document);
		assert.deepEqual(workOn(document), []);
		assert.deepEqual(workOn(hosted(document, teller('first'))), ['first file:///a']);
		assert.deepEqual(workOn(hosted(document, teller('second'))), ['first file:///a']);
		assert.deepEqual(workOn(hostedLike(document, { uri: 'file:///b' })), ['first file:///b']);
		assert.deepEqual(workOn(hostedLike({ uri: 'file:///c' }, { uri: 'file:///b' })), []);
	});

	test('on what has no address is told to nobody', () => assert.deepEqual(workOn(hosted({}, teller('first'))), []));
});
