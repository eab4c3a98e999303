import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { suite, test } from 'node:test';
import fc from 'fast-check';
import { readXml } from '../../../../../../server/language/unattend/xml/parse/readXml';
import { unwrapped } from '../../../../../../server/language/unattend/xml/parse/wrapping';
import { allElements, textOf } from '../../../../../../server/language/unattend/xml/parse/xmlTree';
import { cases, hostileLength } from '../../../../../support/thorough';

/** Faults of a text as `code at "what stands there"`. */
const faults = (text: string): string[] =>
	readXml(text).faults.map(({ code, start, end }) => `${code} at ${JSON.stringify(text.slice(start, end))}`);

/** The tree as an indented list of names. */
function outline(text: string): string {
	const depths = new Map<unknown, number>([[undefined, -1]]);
	let result = '';
	for (const element of allElements(readXml(text).root)) {
		const depth = (depths.get(element.parent) ?? 0) + 1;
		depths.set(element, depth);
		result += `${' '.repeat(depth)}${element.name}\n`;
	}
	return result;
}

suite('readXml', () => {
	test('a null character inside a tag is one fault, and the name goes on behind it', () => {
		for (const text of ['<a><b\0c/></a>', '<a><b\0c></bc></a>', '<a><bc></b\0c></a>', '<a><bc d\0e="f"/></a>']) {
			assert.deepEqual(faults(text), [String.raw`xml-character at "\u0000"`], JSON.stringify(text));
			assert.equal(outline(text), 'a\n bc\n');
		}
		assert.deepEqual(faults('<a><!-- <b\0> --></a>'), [String.raw`xml-character at "\u0000"`]);
		assert.deepEqual(faults('<a>b\0c</a>'), [String.raw`xml-character at "\u0000"`]);
	});

	test('a start tag with blanks before its name opens its element', () => {
		assert.equal(outline('<a>< b c="d"><e/></b></a>'), 'a\n b\n  e\n');
		assert.equal(outline('<a>1 < b ><e/></a>'), 'a\n e\n');
	});

	test('text, CDATA and references make one text; comments leave no trace', () => {
		const { root, faults } = readXml('<a> 1 &lt; &#50;<!-- no --><![CDATA[ & ]]>3 &#x34;</a>');
		assert.deepEqual(faults, []);
		assert.equal(root && textOf(root), ' 1 < 2 & 3 4');
	});

	test('a reference to a tab, a line feed or a carriage return stands for it; to another control character for none', () => {
		assert.deepEqual(faults('<a b="&#9;&#10;&#13;">&#x9;&#xA;&#xD;</a>'), []);
		assert.deepEqual(faults('<a>&#8;&#11;&#12;&#x1F;</a>'), [
			'xml-character at "&#8;"',
			'xml-character at "&#11;"',
			'xml-character at "&#12;"',
			'xml-character at "&#x1F;"',
		]);
	});

	test('every offset points at what it says', () => {
		const text = '\uFEFF<?xml version="1.0"?>\n<p:a xmlns:p="u"\n p:b = \'x&amp;y\'><c/>t</p:a>\n';
		const { root } = readXml(text);
		const attribute = root?.attributes[1];
		assert.ok(root && attribute);
		assert.equal(text.slice(root.offset, root.offset + root.length), text.slice(text.indexOf('<p:a'), -1));
		assert.equal(text.slice(root.closeOffset), '</p:a>\n');
		assert.equal(text.slice(root.contentOffset, root.closeOffset), '<c/>t');
		assert.equal(text.slice(attribute.nameOffset, attribute.nameOffset + 3), 'p:b');
		assert.equal(text.slice(attribute.valueOffset, attribute.valueOffset + attribute.valueLength), 'x&amp;y');
		assert.deepEqual([attribute.value, attribute.namespace, root.namespace], ['x&y', 'u', 'u']);
	});

	test('a namespace ends with the element that declares it', () => {
		const { root } = readXml('<a xmlns="outer"><b xmlns="inner"><c/></b><d/><e xmlns=""/></a>');
		const found = [...allElements(root)].map(({ name, namespace }) => `${name} ${namespace}`);
		assert.deepEqual(found, ['a outer', 'b inner', 'c inner', 'd outer', 'e undefined']);
	});

	const mistakes: readonly [text: string, ...expected: string[]][] = [
		['<a><b>1</a>', 'xml-end-tag-missing at "<b"'],
		['<a><b><c></b></c></a>', 'xml-end-tag-missing at "<c"'],
		['<profile><general></genral></profile>', 'xml-end-tag-name at "genral"'],
		['<a></b></a>', 'xml-end-tag-stray at "</b>"'],
		['<a><b', 'xml-tag-unclosed at "<b"'],
		['<a><', 'xml-tag-unclosed at "<"'],
		['<a><b/</b></a>', 'xml-tag-unclosed at "<b"'],
		['<a><bc</b></a>', 'xml-tag-unclosed at "<b"'],
		['<a><b c="1" 2</b></a>', 'xml-tag-unclosed at "<b"'],
		['<a><b>1<b></a>', 'xml-end-tag-slash at "<b>"'],
		['<a><b>1</B></a>', 'xml-end-tag-name at "B"'],
		['<a><b>1</c></a>', 'xml-end-tag-name at "c"'],
		['<a><b>1</ b></a>', 'xml-end-tag-content at "</ b>"'],
		['<a><b>1< /b></a>', 'xml-end-tag-content at "< /b>"'],
		['<a><b>1<\\b></a>', 'xml-end-tag-content at "<\\\\b>"'],
		['<a><b>1<b/></a>', 'xml-end-tag-slash at "<b/>"'],
		['<a><b><c/><b></a>', 'xml-end-tag-slash at "<b>"'],
		['<a><b><b/></a>', 'xml-end-tag-missing at "<b"'],
		['<a><b>1<b d="1"/></a>', 'xml-end-tag-missing at "<b"'],
		// Two tags that nothing stands between, that say something, or have other names, are two elements.
		['<a><b><b></a>', 'xml-end-tag-missing at "<b"', 'xml-end-tag-missing at "<b"'],
		['<a><b> <b></a>', 'xml-end-tag-missing at "<b"', 'xml-end-tag-missing at "<b"'],
		['<a><b>1<b d="1"></a>', 'xml-end-tag-missing at "<b"', 'xml-end-tag-missing at "<b"'],
		['<a><b>1<c></a>', 'xml-end-tag-missing at "<c"', 'xml-end-tag-missing at "<b"'],
		['<a><b/>1</b></a>', 'xml-start-tag at "<b/>"'],
		['<a><b><b>1</b></a>', 'xml-end-tag-missing at "<b"'],
		['<a><bs><b>1</b></b></bs></a>', 'xml-end-tag-stray at "</b>"'],
		['<a><1b>1</1b></a>', 'xml-name at "1b"'],
		['<a b= c="1"/>', 'xml-attribute-quotes at "="'],
		['<a b=\\"1\\"/>', 'xml-attribute-quotes at "\\\\\\"1\\\\\\""'],
		['<a\u00a0b="1"/>', 'xml-attribute at "\u00a0"'],
		['<a><!-- 1 <!-- 2 --> 3 --></a>', 'xml-comment-hyphens at "<!-- 2 -->"'],
		['Here:\n<?xml version="1.0"?><a/>', 'xml-outside-root at "Here:"'],
		['<a><b c>1</b c></a>', 'xml-attribute at "c"'],
		['<a>b>1</b></a>', 'xml-start-tag at "b>"'],
		['<a>‹b c="1"›1</b></a>', 'xml-start-tag at "‹b c=\\"1\\"›"'],
		['<a>< b>1</b></a>', 'xml-start-tag at "< b>"'],
		['<a><!- x -></a>', 'xml-markup-form at "<!- x ->"'],
		['<a><-- x --></a>', 'xml-markup-form at "<-- x -->"'],
		['<a><!CDATA[x & y]]></a>', 'xml-markup-form at "<!CDATA["'],
		['<a><!-- x\n<b/><!-- y --></a>', 'xml-unclosed at "<!--"'],
		['<a><!-- x --!><b/></a>', 'xml-unclosed at "<!--"'],
		['<a><b><![CDATA[x</b><c><![CDATA[y]]></c></a>', 'xml-unclosed at "<![CDATA["'],
		['<a>\n<<<<<<< one\n<b>1</b>\n=======\n<b>2</b>\n>>>>>>> two\n</a>', 'xml-merge-conflict at "<<<<<<<"'],
		['<a b="1"; c="2"/>', 'xml-attribute at ";"'],
		['<a b "1"/>', 'xml-attribute at "b \\"1\\""'],
		['<a b="1 c="2"/>', 'xml-attribute-open at "\\"1"'],
		['<a b="1\'/>', 'xml-attribute-open at "\\"1\'"'],
		['<xml version="1.0"?><a/>', 'xml-declaration at "<xml version=\\"1.0\\"?>"'],
		['<?xml version="1.0"\n<a/>', 'xml-declaration at "<?xml version=\\"1.0\\""'],
		['<!doctype a><a/>', 'xml-doctype at "<!doctype"'],
		['<a><b\n<c/></b></a>', 'xml-tag-unclosed at "<b"'],
		['<a></a', 'xml-tag-unclosed at "</a"'],
		['<a></a b="1">', 'xml-end-tag-content at "</a b=\\"1\\">"'],
		['<a><b>1</b;\n</a>', 'xml-end-tag-content at "</b;"'],
		['<a b=1 c="2"/>', 'xml-attribute-quotes at "1"'],
		['<a b="1>\n<c d="2"/></a>', 'xml-attribute-open at "\\"1"'],
		['<a b="1"c="2"/>', 'xml-attribute-space at "c"'],
		['<a b="1" b="2"/>', 'xml-attribute-repeated at "b"'],
		['<a x:b="1" y:b="2" xmlns:x="u" xmlns:y="u"/>', 'xml-attribute-repeated at "y:b"'],
		['<a b/>', 'xml-attribute at "b"'],
		['<a>1 & 2 && 3</a>', 'xml-markup-character at "&"', 'xml-markup-character at "&&"'],
		['<a>1 < 2</a>', 'xml-markup-character at "<"'],
		['<a>< b c="d"><e/></b></a>', 'xml-start-tag at "< b c=\\"d\\">"'],
		['<a><en crypted>x</encrypted></a>', 'xml-attribute at "crypted"'],
		['<a><b c=1>x</bs></a>', 'xml-attribute-quotes at "1"', 'xml-end-tag-name at "bs"'],
		['<a>\n<bcd>x</bc\n</a>', 'xml-tag-unclosed at "</bc"'],
		['<as>\n<a>1</a>\n<b/></a>\n</as>', 'xml-end-tag-stray at "</a>"'],
		['<a>\n<b xmlns:c="d"/>\n<c:e/><f/>\n</b></a>', 'xml-start-tag at "<b xmlns:c=\\"d\\"/>"'],
		['<a>\n<bc><b/>\n</b></bc></a>', 'xml-start-tag at "<b/>"'],
		['<a b=“c d e” f="g"/>', 'xml-attribute-quotes at "“c d e”"'],
		['<a>cat <<EOF >b\nc\nEOF</a>', 'xml-markup-character at "<<"'],
		["<a>cat <<-'EOF' >b\nc\nEOF</a>", 'xml-markup-character at "<<"'],
		['<a b="<"/>', 'xml-markup-character at "<"'],
		['<a b="<%= x %>"><%= y %></a>', 'xml-template-mark at "<%= x %>"', 'xml-template-mark at "<%= y %>"'],
		['<a>&nbsp;</a>', 'xml-entity-undeclared at "&nbsp;"'],
		['<a>&constructor;</a>', 'xml-entity-undeclared at "&constructor;"'],
		['<a>&#0;\u0001</a>', 'xml-character at "&#0;"', 'xml-character at "\\u0001"'],
		['<a>]]></a>', 'xml-cdata-end at "]]>"'],
		['<a><!-- x -- y --></a>', 'xml-comment-hyphens at "--"'],
		['<a><!-- x\n</a>', 'xml-unclosed at "<!--"'],
		['<a><![CDATA[x</a>', 'xml-unclosed at "<![CDATA["'],
		['<x:a><x:b y:c=""/></x:a>', 'xml-prefix-undeclared at "x"', 'xml-prefix-undeclared at "y"'],
		['<a:b:c/>', 'xml-name at "a:b:c"'],
		[' <?xml version="1.0"?><a/>', 'xml-declaration-place at "<?xml version=\\"1.0\\"?>"'],
		['<?xml version="1.0">\n<a/>', 'xml-declaration at "<?xml version=\\"1.0\\">"'],
		['x<a/>', 'xml-outside-root at "x"'],
		['<a/><b/>', 'xml-outside-root at "<b"'],
		['<!DOCTYPE a><!DOCTYPE a><a/>', 'xml-doctype at "<!DOCTYPE"'],
		['nothing', 'xml-no-root at "n"'],
	];
	for (const [text, ...expected] of mistakes) {
		test(`one mistake, one report: ${JSON.stringify(text)}`, () => assert.deepEqual(faults(text), expected));
	}

	test('XML in a quoted mail keeps its own indentation, and loses the blank behind the mark', () => {
		assert.equal(unwrapped('> <a>\n>   <b>1</b>\n>   <c/>\n> </a>\n')?.xml, '<a>\n  <b>1</b>\n  <c/>\n</a>\n');
	});

	test('a tag that is being typed leaves the elements around it where they are', () => {
		assert.equal(outline('<a>\n <b><</b>\n <c\n <d>1</d>\n</a>'), 'a\n b\n c\n d\n');
	});

	test('what a DOCTYPE declares is neither read nor expanded', () => {
		const text = '<!DOCTYPE a [<!ENTITY x "xxxxxxxxxx"><!ENTITY y SYSTEM "file:///etc/passwd">]><a>&x;&y;</a>';
		assert.deepEqual(faults(text), ['xml-doctype-ignored at "<!DOCTYPE"']);
		const { root } = readXml(text);
		assert.equal(root && textOf(root), '&x;&y;');
	});

	test('no text makes it throw, and no offset leaves the text', () => {
		const piece = fc.constantFrom(
			...['<', '>', '/', '=', '"', "'", '&', ';', '#', '!', '?', '-', '[', ']', ':', ' ', '\n', 'a', 'b', 'é', '😀'],
			...['<a>', '</a>', '<!--', '-->', '<![CDATA[', ']]>', '<?', '?>', '<!DOCTYPE ', '<%', '%>', 'xmlns:a="u"'],
		);
		fc.assert(
			fc.property(fc.array(piece, { maxLength: 40 }), pieces => {
				const text = pieces.join('');
				const { faults, root } = readXml(text);
				for (const { start, end } of faults) assert.ok(0 <= start && start <= end && end <= text.length);
				for (const element of allElements(root)) {
					assert.ok(text.startsWith(`<${element.name}`, element.offset));
					assert.ok(element.offset + element.length <= text.length);
					if (element.closeOffset !== undefined) assert.ok(text.startsWith('</', element.closeOffset));
				}
			}),
			cases({ few: 60, many: 4000 }),
		);
	});

	test('hostile texts are read in linear time', () => {
		const length = hostileLength(1_000, 1_500_000);
		const slips = [
			'< ',
			'<!-- ',
			'<! ',
			'<- ',
			'<![CDATA[',
			'<1x>',
			'<a b="c d="',
			'<<<<<<< \n',
			'< a>x</a>',
			'x\n </a>\n',
		];
		for (const unit of ['<a>', '</a>', '&', '<% ', ...slips]) {
			readXml(unit.repeat(length / unit.length));
			readXml(`<r>${unit.repeat(length / unit.length)}`);
		}
		readXml(`<r><!${' '.repeat(length)}`);
		assert.equal(unwrapped(' '.repeat(length)), undefined);
	});

	test('whole files have no fault', () => {
		for (const dialect of ['autoyast', 'windows']) {
			assert.deepEqual(faults(readFileSync(`test/fixtures/${dialect}/whole.xml`, 'utf8')), []);
		}
	});
});
