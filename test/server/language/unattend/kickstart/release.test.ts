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
		{
			why: 'the address of the packages',
			text: 'url --url=http://mirror.example.com/rocky/9/BaseOS/x86_64/os/\n# not for RHEL 8\n',
			os: undefined,
			release: undefined,
			target: 9,
			from: 'addresses',
		},
		{
			why: 'addresses for two releases say nothing, a comment does',
			text: '# CentOS Linux 7\nrepo --name=a --baseurl=http://x/centos/7/os\nrepo --name=b --baseurl=http://x/epel-8/\n',
			os: undefined,
			release: undefined,
			target: 7,
			from: 'words',
		},
		{
			why: 'a package tells it',
			text: '%packages\nepel-release-8-19.el8.noarch\n%end\n',
			os: undefined,
			release: undefined,
			target: 8,
			from: 'words',
		},
		{
			why: 'numbers of other things tell nothing',
			text: 'part / --size=9\n# level 8, el capitan\n',
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

	for (const [why, value, target] of [
		['a default of a macro in an address tells it', { default: 'http://x/rocky/8/os/' }, 8],
		['choices for two releases say nothing', { choices: ['http://x/rocky/8/os/', 'http://x/rocky/9/os/'] }, 10],
	] as const)
		test(why, () => {
			const source = kickstartSource('url --url=#site.url#\n', {
				values: { 'site.url': { type: 'string', ...value } },
			});
			assert.equal(targetOf(source).release, target);
		});

	test('a macro behind the beginning of a long text tells nothing', () => {
		const told = (lines: number) =>
			targetOf(
				kickstartSource(`${'#\n'.repeat(lines)}#site.os#`, {
					values: { 'site.os': { type: 'string', default: 'CentOS Linux 7' } },
				}),
			).release;
		assert.deepEqual([told(49_999), told(50_000)], [7, 10]);
	});
});
