import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { readSettingsReport } from '../../../server/rest/settingsReport';

const faults = (errorReport: unknown) => readSettingsReport({ errorReport }, '', text => text).errorReport;
const macros = (customMacros: unknown) => readSettingsReport({ customMacros }, '', text => text).customMacros;

suite('settings report', () => {
	test('a report is read in whatever shape it comes', () => {
		assert.deepEqual(faults('No name at line 7'), [{ text: 'No name at line 7', line: 7 }]);
		assert.deepEqual(faults('one\ntwo\n'), [{ text: 'one' }, { text: 'two' }]);
		assert.deepEqual(faults(['one', { message: 'two', lineNumber: '3', path: ['content', 0] }]), [
			{ text: 'one' },
			{ text: 'two', path: 'content.0', line: 3 },
		]);
		assert.deepEqual(faults({ errors: [{ errorMessage: 'bad', location: '/a/b', line: 2 }] }), [
			{ text: 'bad', path: '/a/b', line: 2 },
		]);
		assert.deepEqual(faults({ content: { name: ['is missing', 'is too long'] } }), [
			{ text: 'is missing', path: 'content.name' },
			{ text: 'is too long', path: 'content.name' },
		]);
	});

	test('nothing in a report is no fault', () => {
		for (const nothing of [undefined, null, '', [], {}, [null, true]]) assert.deepEqual(faults(nothing), []);
	});

	test('a report nested without end is cut, not followed', () => {
		let deep: unknown = 'far';
		for (let level = 0; level < 10_000; level++) deep = [deep];
		assert.deepEqual(faults(deep), []);
	});

	test('macros are strings or objects, with or without hashes', () => {
		assert.deepEqual(macros(['a.b', '#c.d#', { macroName: 'e.f' }, { name: 'g' }, null]), ['a.b', 'c.d', 'e.f', 'g']);
		assert.deepEqual(macros({ 'a.b': 'x' }), ['a.b']);
		assert.deepEqual(macros(undefined), []);
	});
});
