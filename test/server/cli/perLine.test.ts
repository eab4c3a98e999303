import assert from 'node:assert/strict';
import { test } from 'node:test';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { fingerprinted } from '../../../server/cli/check/fingerprint';
import { textReport } from '../../../server/cli/check/textReport';

const reportsOnOneLine = 50;

/** A file of one line with many reports, and how often its text was asked for. */
function oneLine() {
	const document = TextDocument.create('file:///lab.json', 'json', 1, `{"content": [${'1, '.repeat(1000)}]}`);
	const asked = { times: 0 };
	const counted: TextDocument = {
		...document,
		uri: document.uri,
		getText: range => {
			asked.times += 1;
			return document.getText(range);
		},
	};
	const diagnostics = Array.from({ length: reportsOnOneLine }, (_, at) => ({
		code: 'value-type',
		message: 'No object.',
		range: { start: document.positionAt(13 + 3 * at), end: document.positionAt(14 + 3 * at) },
	}));
	return { report: { file: 'lab.json', document: counted, diagnostics }, asked };
}

test('a line with many reports is read once for what a terminal shows', () => {
	const { report, asked } = oneLine();
	const text = textReport({ reports: [report], skipped: [] });
	assert.equal(text.match(/\^/g)?.length, reportsOnOneLine);
	assert.equal(asked.times, 1);
});

test('a line with many reports is read once for fingerprints, and each has its own', () => {
	const { report, asked } = oneLine();
	assert.equal(new Set(fingerprinted(report).map(({ fingerprint }) => fingerprint)).size, reportsOnOneLine);
	assert.equal(asked.times, 1);
});
