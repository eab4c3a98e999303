import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { bytesIn, encodingOf, shownSizes, textOf, type UploadFile } from '../../../../server/rest/sync/uploadFile';
import { aConfig, anUnattend, onSimulator, syncOnce } from './pairOnSimulator';

const alone: UploadFile = { ...anUnattend, partner: undefined };
const latin = Buffer.from('<?xml version="1.0" encoding="iso-8859-1"?>\n<profile name="Caf\xe9"/>\n', 'latin1');
const utf16 = Buffer.from('\ufeff<unattend/>\r\n', 'utf16le');

suite('the bytes of a file', () => {
	test('are text when the text gives them again, byte-order mark and all', () => {
		for (const text of ['', 'a\r\nb\n', '\ufeffé€😀\u2028']) assert.equal(textOf(Buffer.from(text)), text);
		for (const bytes of [latin, utf16, Buffer.from([0x61, 0xff]), Buffer.from('a\0b')])
			assert.equal(textOf(bytes), undefined);
	});

	test('tell what else they are', () => {
		assert.equal(encodingOf(latin), 'iso-8859-1');
		assert.equal(encodingOf(utf16), 'UTF-16');
		assert.match(encodingOf(Buffer.from([0x61, 0xff])), /does not name/);
	});

	for (const [name, bytes] of [
		['with a byte-order mark', Buffer.from('\ufefflang en\n')],
		['in ISO 8859-1', latin],
		['in UTF-16', utf16],
		['with line ends of every kind', Buffer.from('a\r\nb\nc\rd\u2028e')],
	] as const) {
		test(`a file ${name} arrives byte for byte`, () =>
			onSimulator({}, async simulator => {
				const { failures } = await syncOnce(simulator, { files: [{ ...alone, bytes, description: 'mine' }] });
				assert.deepEqual(failures, []);
				const [file] = simulator.truth().files;
				assert.deepEqual(file?.bytes, bytes);
				assert.equal(file?.description, 'mine');
			}));
	}

	test('sizes that may be shown: of the bytes, with either kind of line ends, in larger units', () => {
		assert.deepEqual(shownSizes(Buffer.from('caf\xe9\r\nb\n', 'latin1')).slice(0, 4), [8, 7, 9, 6]);
		assert.ok(shownSizes(Buffer.alloc(1500)).includes(2) && !shownSizes(Buffer.alloc(1500)).includes(1501));
		assert.deepEqual([7, '7', '7 B', '1.5 KB', undefined].map(bytesIn), [7, 7, 7, undefined, undefined]);
	});

	test('what cannot arrive byte for byte is not sent, and the way out is named', () =>
		onSimulator({}, async simulator => {
			const insisted = await syncOnce(simulator, { files: [{ ...alone, bytes: latin }], method: 'content' });
			assert.match(insisted.failures[0]?.message ?? '', /rhel9\.ks is not UTF-8 but iso-8859-1.*--method file/);
			const config = await syncOnce(simulator, { files: [{ ...aConfig, bytes: utf16 }] });
			assert.match(config.failures[0]?.message ?? '', /locale\.json is not UTF-8 but UTF-16.*must be UTF-8/);
			assert.deepEqual(simulator.truth().files, []);
		}));
});
