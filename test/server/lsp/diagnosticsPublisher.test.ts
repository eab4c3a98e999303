import assert from 'node:assert/strict';
import { EventEmitter, once } from 'node:events';
import { suite, test } from 'node:test';
import type { PublishDiagnosticsParams } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { languageFor } from '../../../server/language/languageService';
import { noLink } from '../../../server/language/links/link';
import { DiagnosticsPublisher } from '../../../server/lsp/diagnosticsPublisher';
import { readSettings } from '../../../server/lsp/settings';
import type { Subject } from '../../../server/lsp/subjects';

const uri = 'file:///site/ks.cfg';
const context = { severities: {}, link: noLink, dependents: [], applianceMacros: [], files: [] };

const subject = (version: number, text: string): Subject => ({
	document: TextDocument.create(uri, 'kickstart', version, text),
	kind: 'kickstart',
	language: languageFor('kickstart'),
	context,
	settings: readSettings({}),
});

/**
 * A publisher whose search for a document waits until the test answers it; `asked` is emitted for each search and
 * `sent` for all that reaches the editor.
 */
function publisher(turn?: () => Promise<void>) {
	const events = new EventEmitter();
	const sent: PublishDiagnosticsParams[] = [];
	const logged: string[] = [];
	const connection = {
		sendDiagnostics: async (params: PublishDiagnosticsParams) => {
			sent.push(params);
			events.emit('sent');
		},
		sendNotification: async () => undefined,
		console: { error: (text: string) => void logged.push(text) },
	};
	const published = new DiagnosticsPublisher(
		connection,
		where => new Promise((resolve, reject) => events.emit('asked', resolve, reject, where)),
		turn,
	);
	type Answer = [answer: (found?: Subject) => void, fail: (error: Error) => void, where: string];
	/** Waits until a document is looked for. */
	const asked = async (): Promise<Answer> => (await once(events, 'asked')) as Answer;
	return { published, sent, logged, asked, events };
}

suite('publishing diagnostics', () => {
	test('a document that changes while it is checked is checked again', async () => {
		const { published, sent, asked, events } = publisher();
		published.schedule([uri]);
		const [answer] = await asked();
		published.schedule([uri]);
		const again = asked();
		answer(subject(1, 'frobnicate\n'));
		const [second] = await again;
		const arrived = once(events, 'sent');
		second(subject(2, 'lang en_US.UTF-8\n'));
		await arrived;
		assert.deepEqual(
			sent.map(({ version }) => version),
			[1, 2],
		);
	});

	test('changes that come one in each turn fold into one check, but not for ever', async () => {
		for (const [changes, left] of [
			[10, 0],
			[100, 36],
		] as const) {
			let waiting = changes;
			const { published, asked } = publisher(async () => {
				await Promise.resolve();
				if (waiting-- > 0) published.schedule([uri]);
			});
			published.schedule([uri]);
			await asked();
			assert.equal(Math.max(waiting, 0), left);
		}
	});

	test('a document that is closed while it is checked shows nothing afterwards', async () => {
		const { published, sent, asked } = publisher();
		published.schedule([uri, 'file:///site/other.cfg']);
		const [answer] = await asked();
		await published.clear(uri);
		const next = asked();
		answer(subject(1, 'frobnicate\n'));
		await next;
		assert.deepEqual(sent, []);
	});

	test('while one document is checked no other is begun, and what was found is shown', async () => {
		const { published, sent, asked } = publisher();
		published.schedule([uri]);
		const [answer] = await asked();
		published.schedule(['file:///site/other.cfg']);
		const next = asked();
		// One that were begun at once would be looked for by now.
		await new Promise(setImmediate);
		answer(subject(1, 'frobnicate\n'));
		await next;
		assert.deepEqual(
			sent.map(each => each.uri),
			[uri],
		);
	});

	test('a document that is closed while it waits is not looked for', async () => {
		const { published, asked } = publisher();
		published.schedule([uri, 'file:///site/other.cfg']);
		await published.clear(uri);
		const [, , where] = await asked();
		assert.equal(where, 'file:///site/other.cfg');
	});

	test('what nobody waits for comes after what the person changes meanwhile', async () => {
		const { published, asked } = publisher();
		const done = published.checkLater(['file:///site/a.cfg', 'file:///site/b.cfg']);
		const [first, , where] = await asked();
		published.schedule([uri]);
		const second = asked();
		first();
		const [answer, , next] = await second;
		const third = asked();
		answer(subject(1, 'frobnicate\n'));
		const [last, , at] = await third;
		last();
		await done;
		assert.deepEqual([where, next, at], ['file:///site/a.cfg', uri, 'file:///site/b.cfg']);
		assert.deepEqual(published.foundIn(uri).errors > 0, true);
		assert.deepEqual(published.foundIn('file:///site/a.cfg'), { errors: 0, warnings: 0 });
	});

	test('a check that fails is logged; what was shown stays, and later checks happen', async () => {
		const { published, sent, logged, asked, events } = publisher();
		published.schedule([uri]);
		const first = once(events, 'sent');
		(await asked())[0](subject(1, 'frobnicate\n'));
		await first;
		published.schedule([uri]);
		const [, fail] = await asked();
		published.schedule([uri]);
		const again = asked();
		fail(new Error('a fault of ours'));
		const [answer] = await again;
		assert.equal(sent.length, 1);
		assert.match(logged.join('\n'), /ks\.cfg failed: Error: a fault of ours/);
		const last = once(events, 'sent');
		answer(subject(2, 'lang en_US.UTF-8\n'));
		await last;
		assert.equal(sent.at(-1)?.version, 2);
		await published.clear(uri);
		assert.deepEqual(sent.at(-1)?.diagnostics, []);
	});
});
