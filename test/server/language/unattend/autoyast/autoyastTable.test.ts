import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import autoyast from '../../../../../schemas/autoyast-sections.json';
import { validate as validateAutoyast } from '../../../../../schemas/autoyast-sections.schema.json?compiled';
import { factsOfElement, placesOf, sectionFacts } from '../../../../../server/language/unattend/autoyast/autoyastTable';
import { readXml } from '../../../../../server/language/unattend/xml/parse/readXml';
import { allElements } from '../../../../../server/language/unattend/xml/parse/xmlTree';

suite('the table of AutoYaST elements', () => {
	test('is what its schema says', () => {
		assert.ok(validateAutoyast(autoyast), JSON.stringify(validateAutoyast.errors?.[0]));
	});

	test('an element is found by the names that lead to it, also by its other name', () => {
		const { root } = readXml('<profile><software><packages><listentry/></packages></software></profile>');
		const last = [...allElements(root)].at(-1);
		assert.equal(last && factsOfElement(last)?.name, 'package');
	});

	test('names that JavaScript gives to every object are no sections', () => {
		assert.equal(sectionFacts('constructor'), undefined);
		assert.equal(sectionFacts('__proto__'), undefined);
	});

	test('a misplaced element is told where it belongs', () => {
		assert.deepEqual(placesOf('disklabel'), ['partitioning/drive']);
	});
});
