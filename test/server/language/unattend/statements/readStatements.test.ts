import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import fc from 'fast-check';
import { isSectionName } from '../../../../../server/language/unattend/kickstart/commandTable';
import { kickstartDialect } from '../../../../../server/language/unattend/kickstart/kickstartDialect';
import {
	readStatements,
	type StatementGrammar,
} from '../../../../../server/language/unattend/statements/readStatements';
import { cases } from '../../../../support/thorough';
import { kickstartSource } from '../kickstart/kickstartSource';

const rhel: StatementGrammar = { endTags: true, isSection: isSectionName };
const esxi: StatementGrammar = { endTags: false, isSection: name => ['%pre', '%post', '%firstboot'].includes(name) };

const sectionsOf = (text: string, grammar = rhel) =>
	readStatements(text, grammar).sections.map(({ name, bodyStart, bodyEnd, endTag }) => ({
		name,
		body: text.slice(bodyStart, bodyEnd),
		closed: endTag !== undefined,
	}));

suite('kickstart reader', () => {
	test('commands, comments and sections', () => {
		const file = readStatements('# note\nlang en # why\n\n%packages\n@core\n%end\nreboot\n', rhel);
		assert.deepEqual(
			file.statements.map(({ words }) => words.map(({ text }) => text)),
			[['lang', 'en'], ['reboot']],
		);
		assert.deepEqual(
			file.sections.map(({ name }) => name),
			['%packages'],
		);
	});

	test('a section that is not closed ends where the next one begins', () => {
		assert.deepEqual(sectionsOf('%post\nls\n%pre\nid\n%end\n'), [
			{ name: '%post', body: 'ls\n', closed: false },
			{ name: '%pre', body: 'id\n', closed: true },
		]);
	});

	test('a line of a script may begin with a percent sign', () => {
		assert.deepEqual(sectionsOf('%post\n%wheel ALL\n%ending\n%end\n'), [
			{ name: '%post', body: '%wheel ALL\n%ending\n', closed: true },
		]);
	});

	test('without end tags a section runs to the next one', () => {
		assert.deepEqual(sectionsOf('%pre\nid\n%end\n%firstboot --interpreter=busybox\nls\n', esxi), [
			{ name: '%pre', body: 'id\n%end\n', closed: false },
			{ name: '%firstboot', body: 'ls\n', closed: false },
		]);
	});

	test('an unknown section with its end is one statement', () => {
		const { statements } = readStatements('%package\n@core\n%end\nreboot\n', rhel);
		assert.deepEqual(
			statements.map(({ head }) => head.text),
			['%package', 'reboot'],
		);
	});

	test('Windows line ends do not show in words', () => {
		const { statements } = readStatements('lang en\r\nreboot\r\n', rhel);
		assert.deepEqual(
			statements.map(({ words }) => words.at(-1)?.text),
			['en', 'reboot'],
		);
	});

	test('no text makes a verb throw', () => {
		const piece = fc.constantFrom(
			'part',
			' ',
			'\n',
			'\r\n',
			'%post',
			'%end',
			'%include',
			'"',
			"'",
			'\\',
			'#',
			'#a.b#',
			'--size=',
			'--',
			'-',
			'=',
			'logvol / ',
			'volgroup vg pv.1',
			'timezone x',
			'${x}',
			'\ufeff',
			'%packages\n@a --optional --nodefaults',
		);
		const text = fc.oneof(
			fc.string(),
			fc.array(piece).map(pieces => pieces.join('')),
		);
		fc.assert(
			fc.property(text, fc.nat(200), (whole, at) => {
				const source = kickstartSource(whole);
				const offset = Math.min(at, whole.length);
				kickstartDialect.validate(source);
				kickstartDialect.complete?.(source, offset);
				kickstartDialect.hover?.(source, offset);
				kickstartDialect.references?.(source, offset);
				kickstartDialect.symbols?.(source);
				kickstartDialect.folding?.(source);
			}),
			cases({ few: 40, many: 600 }),
		);
	});
});
