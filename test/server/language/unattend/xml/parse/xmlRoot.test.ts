import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { xmlRoot } from '../../../../../../server/language/unattend/xml/parse/xmlRoot';

suite('xmlRoot', () => {
	for (const [text, name, attributes] of [
		['<a/>', 'a', '/'],
		['\uFEFF<?xml version="1.0"?>\n<!-- <b> --><a x="1">', 'a', ' x="1"'],
		['<!DOCTYPE a [<!ENTITY x "<y>">]><a>', 'a', ''],
		['<!DOCTYPE a SYSTEM "a.dtd"><a>', 'a', ''],
		['text #a.b# < 5 <p:a xmlns:p="u"', 'a', ' xmlns:p="u"'],
	] as const) {
		test(`${JSON.stringify(text)} has the root ${name}`, () => assert.deepEqual(xmlRoot(text), { name, attributes }));
	}

	for (const text of ['', 'text', '<', '<!-- <a>', '<? <a>', '<!DOCTYPE a [ <b>', '</a>']) {
		test(`${JSON.stringify(text)} has none`, () => assert.equal(xmlRoot(text), undefined));
	}
});
