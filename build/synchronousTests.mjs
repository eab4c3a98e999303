/** What the tests of the core have in the place of `node:test`: it is synchronous, and so are its tests. */
import { after, afterEach, test as anyTest, before, suite } from './testLibrary.mjs';

export { after, afterEach, before, suite };

export function test(name, ...rest) {
	const body = rest.pop();
	anyTest(name, ...rest, context => {
		if (body(context) instanceof Promise)
			throw new Error('Nobody waits for a test of the core: it has to be synchronous.');
	});
}
