import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { kickstartDialect } from '../../../../../server/language/unattend/kickstart/kickstartDialect';
import { hostileLength } from '../../../../support/thorough';
import { kickstartSource } from './kickstartSource';

suite('kickstart: a line of a length that nobody writes', () => {
	test('of very many wrong options the first 50 are told', () => {
		const options = Array.from({ length: hostileLength(2_000, 130_000) }, () => '--activate=x').join(' ');
		const found = kickstartDialect.validate(kickstartSource(`#version=RHEL9\nnetwork ${options}\n`));
		assert.equal(found.filter(({ code }) => code === 'kickstart-flag-value').length, 50);
	});
});
