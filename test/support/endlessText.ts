/**
 * Script for a process of the tool in which nothing comes back from a JSON text with `endless` in it. It ends there as
 * the limit of a file ends it, out of a loop, so that nobody waits for the minute of the real one; what is quick under
 * that limit is not hurried.
 */
export const endlessText = `
	const { Script } = require('node:vm');
	const loop = new Script('for (;;);');
	const parse = JSON.parse;
	JSON.parse = text => (String(text).includes('endless') ? loop.runInThisContext({ timeout: 50 }) : parse(text));`;
