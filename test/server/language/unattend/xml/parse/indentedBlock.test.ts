import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { indentedBlock } from '../../../../../../server/language/unattend/xml/parse/indentedBlock';

/** What stands from the start of the block to the mark. */
const block = (text: string): string => {
	const offset = text.indexOf('‸');
	return text.slice(indentedBlock(text, offset), offset);
};

suite('indentedBlock', () => {
	for (const [text, expected] of [
		['  a\n‸', '  a\n'],
		['x\n  a\n\tb\n‸', '  a\n\tb\n'],
		['x\n  a\n‸y', '  a\n'],
		['  a\n\n  b\n‸', '  b\n'],
		['x\n    a\n  ‸', '    a\n  '],
		['x\n  a\n  ‸', '  '],
		['  a\ny‸', 'y'],
	] as const)
		test(JSON.stringify(text), () => assert.equal(block(text), expected));
});
