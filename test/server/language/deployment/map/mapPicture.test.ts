import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { layOut } from '../../../../../server/language/deployment/map/mapLayout';
import { mapPicture } from '../../../../../server/language/deployment/map/mapPicture';
import { type MapRow, mapBands } from '../../../../../server/language/deployment/map/mapRows';
import { siteMap } from './mapExamples';

const map = siteMap(
	{ 'a.ks': 'lang #servers.server0.locale#\n# #log#\n# #log#\n', 'b&<"b.ks': '# #not.there#\n', 'c.ks': 'text\n' },
	{ alone: { 'd.ks': 'text\n' }, uploads: { 'a.ks': [{ server: 'Lab', isCurrent: false }] } },
);

/** What the picture says, in the order in which it is drawn. */
const texts = (svg: string): string[] => [...svg.matchAll(/<text[^>]*>([^<]*)/g)].map(([, text = '']) => text);

suite('the picture of a map', () => {
	test('names files, settings, trouble and uploads', () => {
		const found = texts(mapPicture(map));
		for (const text of [
			'a.ks',
			'#servers.server0.locale#',
			'uploaded to Lab, changed since',
			'#not.there#',
			'line 1: unknown',
			'no configuration-settings file',
		])
			assert.ok(found.includes(text), text);
		assert.equal(found[found.indexOf('#note#') + 1], 'unused');
	});

	test('tells of each line which macro goes where', () => {
		assert.match(mapPicture(map), /<path class="edge" [^>]*><title>#log# in a\.ks, lines 2, 3<\/title>/);
		assert.match(mapPicture(map), /<path class="edge idle" [^>]*><title>c\.ks is linked and uses no setting/);
	});

	test('has a title and a description for who cannot see it', () => {
		const svg = mapPicture(map);
		assert.match(svg, /role="img" aria-labelledby="map-title map-desc"/);
		assert.match(svg, /<desc id="map-desc">1 configuration-settings file feeds 3 unattend files\. .*<\/desc>/);
	});

	test('holds no text of a file as markup', () => {
		const svg = mapPicture(map);
		assert.ok(svg.includes('b&amp;&lt;&quot;b.ks'));
		assert.ok(!svg.includes('b&<'));
	});

	test('follows the viewer or the editor in its colours, and is clickable in the editor alone', () => {
		const own = mapPicture(map);
		assert.match(own, /prefers-color-scheme:dark/);
		assert.ok(!own.includes('--vscode-') && !own.includes('<a '));
		const page = mapPicture(map, {
			colours: 'editor',
			nonce: 'n',
			addressOf: ({ uri, range }) => `command:x?${uri}:${range.start.line}`,
		});
		assert.match(page, /<style nonce="n">/);
		assert.match(page, /--vscode-editor-foreground/);
		assert.match(
			page,
			/<a href="command:x\?file:\/\/\/site\/b&amp;&lt;&quot;b\.ks:0"><rect class="hit" [^>]*\/><text class="trouble"/,
		);
		assert.match(page, /role="group"/);
	});

	test('no box lies over another, and every line ends at a box', () => {
		const { boxes, edges, width, height } = layOut(mapBands(map), 10);
		for (const [index, one] of boxes.entries()) {
			assert.ok(one.x + one.width <= width && one.y + one.height <= height);
			for (const other of boxes.slice(index + 1))
				assert.ok(
					one.y + one.height <= other.y || other.y + other.height <= one.y || one.x + one.width <= other.x,
					`${one.rows[0]?.text} and ${other.rows[0]?.text}`,
				);
		}
		for (const { to } of edges)
			assert.ok(boxes.some(({ x, y, height: high }) => x === to.x && y < to.y && to.y < y + high));
	});

	test('bands stand equally far apart, whichever side of one is the higher', () => {
		const rows = (count: number): MapRow[] => Array.from({ length: count }, () => ({ tone: 'plain', text: 'x' }));
		const gapBehind = (left: number, ...right: readonly number[]): number => {
			const band = { left: rows(left), right: right.map(count => ({ files: [], rows: rows(count) })) };
			const { boxes } = layOut([band, { left: rows(1), right: [] }], 10);
			const last = boxes.at(-1);
			return (last?.y ?? 0) - Math.max(...boxes.slice(0, -1).map(({ y, height }) => y + height));
		};
		assert.ok(gapBehind(4) > 0);
		assert.deepEqual([gapBehind(1, 4), gapBehind(9, 1, 1), gapBehind(1, 1, 1)], Array(3).fill(gapBehind(4)));
	});

	test('tells many settings by their number', () => {
		const content = Array.from({ length: 50 }, (_, index) => ({
			category: 'dynamic',
			common: true,
			name: `s${index}`,
			type: 'string',
			optional: true,
		}));
		const config = TextDocument.create(
			'file:///site/site.xclarity.json',
			'xclarity-config',
			1,
			JSON.stringify({ category: 'dynamic', name: 'site', type: 'assoc_array', optional: false, content }),
		);
		const all = content.map(({ name }) => `#${name}#`).join(' ');
		const svg = mapPicture(siteMap({ 'a.ks': '# #s1# #s45# #s46#\n', 'b.ks': `# ${all}\n` }, { config }));
		assert.match(svg, /<title>11 settings in b\.ks<\/title>/);
		assert.ok(texts(svg).includes('and 11 more settings'));
		assert.match(svg, /<title>#s45# in a\.ks, line 1\n#s46# in a\.ks, line 1<\/title>/);
	});

	test('tells many files by their number, those with trouble first', () => {
		const plain = Array.from({ length: 50 }, (_, index) => [`h${index}.ks`, '# #log#\n'] as const);
		const svg = mapPicture(siteMap({ ...Object.fromEntries(plain), 'z.ks': '# #no.such#\n' }));
		const found = texts(svg);
		assert.ok(found.includes('and 12 more files'));
		assert.ok(found.includes('z.ks') && !found.includes('h9.ks'));
		assert.match(svg, /<title>#log# in 12 files<\/title>/);
	});
});
