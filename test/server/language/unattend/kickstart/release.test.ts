import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { targetOf } from '../../../../../server/language/unattend/kickstart/release';
import { kickstartSource } from './kickstartSource';

suite('target release of a kickstart file', () => {
	const cases = [
		{ why: 'the link names it', text: '#version=RHEL8\n', os: 'rhels', release: '9.4', target: 9, from: 'link' },
		{
			why: 'a link for another system says nothing',
			text: '#version=RHEL8\n',
			os: 'sles',
			release: '15.3',
			target: 8,
			from: 'version comment',
		},
		{ why: 'the operating system holds it', text: '', os: 'rhels7.3', release: undefined, target: 7, from: 'link' },
		{
			why: 'the version comment',
			text: '#version=RHEL8\nlang x\n',
			os: undefined,
			release: undefined,
			target: 8,
			from: 'version comment',
		},
		{
			why: 'a modeline beats the comment',
			text: '#version=RHEL8\n# xclarity: rocky=9.2\n',
			os: 'rhels',
			release: undefined,
			target: 9,
			from: 'modeline',
		},
		{
			why: 'Oracle Linux in a modeline',
			text: '# xclarity: oracle 8\n',
			os: undefined,
			release: undefined,
			target: 8,
			from: 'modeline',
		},
		{
			why: 'DEVEL says nothing',
			text: '#version=DEVEL\n',
			os: undefined,
			release: undefined,
			target: 10,
			from: 'newest',
		},
		{ why: 'a release to come counts as the newest', text: '', os: 'rhels', release: '11.0', target: 10, from: 'link' },
	];
	for (const { why, text, os, release, target, from } of cases)
		test(why, () => {
			const source = kickstartSource(text, { ...(os ? { os } : {}), ...(release ? { release } : {}) });
			assert.deepEqual(targetOf(source), { release: target, from });
		});
});
