import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { hasRootNear, xmlRoot } from '../../../../../../server/language/unattend/xml/parse/xmlRoot';

suite('a root that something stands around', () => {
	for (const text of [
		'<pre>\n<a xmlns="u">',
		'cat >f <<EOF\n<a xmlns="u">',
		'&lt;a xmlns="u"&gt;',
		'<html><body><a xmlns="u">',
	]) {
		test(text, () => assert.ok(hasRootNear(text, 'a', 'u')));
	}
	test('another namespace, and one far behind, are none', () => {
		assert.ok(!hasRootNear('<pre><a xmlns="v">', 'a', 'u'));
		assert.ok(!hasRootNear(`${'<p>text</p>'.repeat(60)}<a xmlns="u">`, 'a', 'u'));
	});
});

suite('xmlRoot', () => {
	for (const [text, name, attributes] of [
		['<a/>', 'a', '/'],
		['\uFEFF<?xml version="1.0"?>\n<!-- <b> --><a x="1">', 'a', ' x="1"'],
		['<!DOCTYPE a [<!ENTITY x "<y>">]><a>', 'a', ''],
		['<!DOCTYPE a SYSTEM "a.dtd"><a>', 'a', ''],
		['<?xml version="1.0">\n<a/>', 'a', '/'],
		['<?xml version="1.0"\n<a/>', 'a', '/'],
		['<xml version="1.0"?>\n<a/>', 'a', '/'],
		['text #a.b# < 5 <p:a xmlns:p="u"', 'a', ' xmlns:p="u"'],
	] as const) {
		test(`${JSON.stringify(text)} has the root ${name}`, () => assert.deepEqual(xmlRoot(text), { name, attributes }));
	}

	for (const text of ['', 'text', '<', '<!-- <a>', '<? <a>', '<!DOCTYPE a [ <b>', '</a>']) {
		test(`${JSON.stringify(text)} has none`, () => assert.equal(xmlRoot(text), undefined));
	}
});
