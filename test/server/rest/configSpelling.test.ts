import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { type ConfigSpelling, withConfigSpelling } from '../../../server/rest/configSpelling';
import type { ImageType } from '../../../server/rest/wire';
import { XClarityError, type XClarityErrorFacts } from '../../../server/rest/xclarityError';

const refusal = (facts: Partial<XClarityErrorFacts>, text = 'imageType ‘CONFIG’ is not known.'): XClarityError =>
	new XClarityError('no', {
		kind: 'refused',
		status: 403,
		messages: [{ id: 'X', text, explanation: '', recovery: '' }],
		...facts,
	});

/** The words that are tried when the first is answered so. */
async function tried(error: XClarityError): Promise<ImageType[]> {
	const words: ImageType[] = [];
	await withConfigSpelling('CONFIG', { current: 'CONFIG' }, async word => {
		words.push(word);
		if (words.length === 1) throw error;
	}).catch(() => undefined);
	return words;
}

suite('the word for configuration files', () => {
	test('is another one after a refusal in the words of the appliance about the type', async () => {
		for (const error of [refusal({}), refusal({ status: 200 }), refusal({ kind: 'failed', status: 500 })]) {
			assert.deepEqual(await tried(error), ['CONFIG', 'CUSTOM_CONFIG']);
		}
	});

	test('is not tried after anything else: the import may have been made', async () => {
		for (const error of [
			refusal({ messages: [] }),
			refusal({}, 'The file type of the partner is wrong.'),
			...[502, 503, 504].map(status => refusal({ kind: 'failed', status })),
			refusal({ kind: 'failed', status: 500 }, 'An internal error of type 7.'),
			refusal({ kind: 'unreachable', status: undefined }),
		]) {
			assert.deepEqual(await tried(error), ['CONFIG'], `${error.kind} ${error.status}`);
		}
	});

	test('may be found out by another call meanwhile', async () => {
		const spelling: ConfigSpelling = { current: 'CONFIG' };
		let open = (): void => undefined;
		const gate = new Promise<void>(resolve => {
			open = resolve;
		});
		const use = (wait: Promise<void> | undefined) => async (word: ImageType) => {
			await wait;
			if (word === 'CONFIG') throw refusal({});
			return word;
		};
		const slow = withConfigSpelling('CONFIG', spelling, use(gate));
		assert.equal(await withConfigSpelling('CONFIG', spelling, use(undefined)), 'CUSTOM_CONFIG');
		open();
		assert.equal(await slow, 'CUSTOM_CONFIG');
	});
});
