import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import history from '../../../../../schemas/autoyast-history.json';
import { validate } from '../../../../../schemas/autoyast-history.schema.json?compiled';
import {
	lifetimeOf,
	livesIn,
	releaseName,
	servicePackOf,
} from '../../../../../server/language/unattend/autoyast/autoyastHistory';

suite('elements that not every service pack knows', () => {
	test('are what their schema says', () => {
		assert.ok(validate(history), JSON.stringify(validate.errors?.[0]));
	});

	test('are found by path', () => {
		assert.deepEqual(lifetimeOf('ntp-client', 'peers'), { until: '12.5' });
		assert.deepEqual(lifetimeOf('networking', 'backend'), { since: '15.4' });
		assert.equal(lifetimeOf('networking', 'dns'), undefined);
	});

	test('live in the releases between their first and last', () => {
		assert.ok(livesIn({ until: '12.5' }, '12.5'));
		assert.ok(!livesIn({ until: '12.5' }, '15.0'));
		assert.ok(!livesIn({ since: '15.4' }, '15.3'));
		assert.ok(livesIn({ since: '15.4' }, '15.7'));
		assert.ok(livesIn({ since: '15.4' }, undefined));
		assert.ok(livesIn({ since: '15.4' }, '15'), 'some service pack of 15');
		assert.ok(!livesIn({ until: '12.5' }, '15'));
	});

	test('releases are read in the spellings that people use', () => {
		assert.equal(servicePackOf('15.3'), '15.3');
		assert.equal(servicePackOf('15SP3'), '15.3');
		assert.equal(servicePackOf('15 sp3'), '15.3');
		assert.equal(servicePackOf('12'), '12');
		assert.equal(servicePackOf('11.4'), undefined);
		assert.equal(releaseName('15.3'), 'SLES 15 SP3');
		assert.equal(releaseName('15.0'), 'SLES 15');
	});
});
