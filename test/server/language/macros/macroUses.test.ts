import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { macroUsesIn } from '../../../../server/language/macros/macroUses';
import { marked } from '../../../support/markers';
import { vendorTable } from './macroTables';

suite('macroUses', () => {
	test('each use of a setting comes with its place and the settings on its path', () => {
		const { document } = marked(
			'lang #server-settings.server2.locale# #predefined.otherSettings.jobId# #a.b#\n>> #logpath# #foo#',
			'kickstart',
		);
		assert.deepEqual(
			macroUsesIn(document, vendorTable).map(({ reference, found }) => [
				reference.segments.map(({ text }) => text),
				found.path.map(({ name }) => name),
				document.positionAt(reference.start).line,
			]),
			[
				[['server-settings', 'server2', 'locale'], ['server-settings', 'server', 'locale'], 0],
				[['logpath'], ['logpath'], 1],
			],
		);
	});
});
