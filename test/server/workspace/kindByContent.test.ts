import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { type AroundWork, hosted } from '../../../server/language/atWorkOn';
import { kindByContent } from '../../../server/workspace/kindByContent';

suite('kindByContent', () => {
	test('a text is read only where the name does not tell: such work is watched, which takes longer than it does', () => {
		const read: string[] = [];
		const around: AroundWork = (uri, work) => {
			read.push(uri);
			return work();
		};
		const kinds = ['xclarity.json', 'a.xclarity.json', 'a.xclarity.values.json', 'a.ks'].map(name =>
			kindByContent(hosted(TextDocument.create(`file:///x/${name}`, '', 1, 'lang en_US\n'), around), undefined),
		);
		assert.deepEqual(kinds, ['manifest', 'config', 'values', 'kickstart']);
		assert.deepEqual(read, ['file:///x/a.ks']);
	});
});
