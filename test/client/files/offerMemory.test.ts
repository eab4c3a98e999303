import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { createOfferMemory } from '../../../client/files/offerMemory';

/** What VS Code's own memory does: it keeps JSON by key. */
function memento() {
	const kept = new Map<string, string>();
	return {
		get: <T>(key: string, otherwise?: T): T => {
			const text = kept.get(key);
			return text === undefined ? (otherwise as T) : JSON.parse(text);
		},
		update: async (key: string, value: unknown) => void kept.set(key, JSON.stringify(value)),
	};
}

suite('offerMemory', () => {
	test('a file that nobody was asked about has no answer', () => {
		assert.equal(createOfferMemory(memento()).answerFor('file:///a.json'), undefined);
	});

	test('each file keeps its own answer, also in the next session', async () => {
		const memory = memento();
		const offers = createOfferMemory(memory);
		await offers.remember('file:///a.json', 'yes');
		await offers.remember('file:///b.json', 'no');
		const later = createOfferMemory(memory);
		assert.equal(later.answerFor('file:///a.json'), 'yes');
		assert.equal(later.answerFor('file:///b.json'), 'no');
	});

	test('“never” answers for all other files and takes no yes back', async () => {
		const offers = createOfferMemory(memento());
		await offers.remember('file:///a.json', 'yes');
		await offers.remember('file:///b.json', 'never');
		assert.equal(offers.answerFor('file:///a.json'), 'yes');
		assert.equal(offers.answerFor('file:///c.json'), 'no');
	});
});
