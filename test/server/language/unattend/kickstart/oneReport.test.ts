import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { changedText } from '../../../../../server/language/textChange';
import { kickstartFixes } from '../../../../../server/language/unattend/kickstart/verbs/kickstartFixes';
import { cleanFile as file, cleanParts as parts, reports, told } from './cleanFile';

/** The file after the first way out of its only report. */
function cured(text: string): string {
	const { source, problems } = reports(text);
	const [first] = problems;
	assert.ok(first && problems.length === 1, JSON.stringify(problems));
	const found = [kickstartFixes[first.code]?.(first, source) ?? []].flat()[0];
	assert.ok(found && Array.isArray(found.changes), `a way out of ${first.code}`);
	return changedText(text, found.changes);
}

suite('kickstart: one mistake is one report', () => {
	test('the file that they are made from has none', () => assert.deepEqual(told(file()), []));

	const once: readonly (readonly [what: string, changes: Partial<typeof parts>, report: string])[] = [
		['a volume group misspelt', { group: 'volgruop vg00 pv.01' }, 'kickstart-unknown-command 10'],
		['a partition in capitals', { pv: 'PART pv.01 --size=8192' }, 'kickstart-unknown-command 9'],
		['a value glued to its command', { lang: 'lang=en_US.UTF-8' }, 'kickstart-unknown-command 1'],
		['a volume group that is missing', { group: '' }, 'kickstart-undefined-volume-group 11'],
		['a volume group without members', { group: 'volgroup vg00' }, 'kickstart-missing-argument 10'],
		['a prompt before a command', { lang: '$ lang en_US.UTF-8' }, 'kickstart-copied 1'],
		['a fence around the file', { lang: `\`\`\`\n${parts.lang}`, post: `${parts.post}\n\`\`\`` }, 'kickstart-copied 1'],
		['a tag around the file', { lang: `<pre>\n${parts.lang}`, post: `${parts.post}\n</pre>` }, 'kickstart-copied 1'],
		['a no-break space', { lang: 'lang\u00a0en_US.UTF-8' }, 'kickstart-copied 1'],
		['quotes of a word processor', { end: 'bootloader --append=“quiet”\nreboot' }, 'kickstart-copied-character 13'],
		[
			'two commands on one line',
			{ lang: 'lang en_US.UTF-8; keyboard us', keyboard: '' },
			'kickstart-command-separator 1',
		],
		[
			'a line that goes on',
			{ network: parts.network.replace(' --ip', ' \\\n  --ip') },
			'kickstart-line-continuation 6',
		],
		[
			'blanks around the sign of equality',
			{ network: parts.network.replace('--ip=', '--ip = ') },
			'kickstart-value-apart 6',
		],
		['dashes parted from an option', { clear: 'clearpart -- all --initlabel' }, 'kickstart-unknown-option 7'],
		['a dash of a word processor', { pv: 'part pv.01 –size=8192' }, 'kickstart-unknown-option 9'],
		['a section without its sign', { packages: 'packages\n@core\n%end' }, 'kickstart-unknown-section 14'],
		['a script without its header', { post: 'id\nls\n%end' }, 'kickstart-unknown-command 17'],
		[
			'two tags without a line break',
			{ post: '%pre\nid\n%end%post --nochroot\nls\n%end' },
			'kickstart-section-unclosed 19',
		],
		['two tags on a line behind no section', { end: 'reboot\n%end%post\nls\n%end' }, 'kickstart-unknown-section 14'],
		['an end tag in capitals', { post: '%post\nid\n%END' }, 'kickstart-section-unclosed 19'],
		['several lines of prose', { lang: `Our servers.\nAsk us first.\n${parts.lang}` }, 'kickstart-unknown-command 1'],
		['options of another command', { clear: 'clearpart --all --disk=sda --overwrite' }, 'kickstart-unknown-option 7'],
		['a second root password', { user: `${parts.user}\nrootpw --plaintext Other` }, 'kickstart-given-again 6'],
		['a time zone with a blank', { time: 'timezone America/New York' }, 'kickstart-extra-argument 3'],
		['a service on and off', { end: 'services --enabled=sshd --disabled=sshd\nreboot' }, 'kickstart-service-both 13'],
		[
			'an address used twice',
			{
				network: `${parts.network}\nnetwork --device=eno2 --bootproto=static --ip=192.0.2.9 --netmask=255.255.255.0 --nodefroute`,
			},
			'kickstart-duplicate 7',
		],
		[
			'a merge that was left open',
			{ lang: `<<<<<<< a\nlang de_DE.UTF-8\n=======\n${parts.lang}\n>>>>>>> b` },
			'kickstart-copied 1',
		],
	];
	for (const [what, changes, report] of once) test(what, () => assert.deepEqual(told(file(changes)), [report]));

	test('numbers before all lines are one report, also before macros and in scripts', () => {
		const numbered = file().replace(/^(?=.)/gm, '12: ');
		assert.deepEqual(told(numbered), ['kickstart-copied 1']);
		assert.equal(cured(numbered), file());
	});

	test('a file made for Btrfs is one report for a release that has none, and none for RHEL 7', () => {
		const changes = {
			pv: 'part btrfs.01 --fstype=btrfs --size=8192\npart btrfs.02 --fstype=btrfs --size=8192',
			group: 'btrfs none --label=sys btrfs.01 btrfs.02',
			volume: 'btrfs / --subvol --name=root sys',
			other: '',
		};
		assert.deepEqual(told(file(changes), '7.9'), []);
		for (const release of ['8.10', '9.4', '10.0'])
			assert.deepEqual(told(file(changes), release), ['kickstart-value 9']);
		const onlyCommand = {
			...changes,
			pv: 'part pv.01 --size=8192',
			group: 'btrfs / --label=sys sda2',
			volume: 'btrfs /home --label=home sda3',
		};
		assert.ok(
			told(file(onlyCommand), '9.4').filter(one => one.startsWith('kickstart-command-deprecated')).length === 1,
		);
	});

	test('an option of realm join may take the next word, and the realm comes behind them all', () => {
		const joined = (words: string): string[] => told(file({ end: `realm join ${words}\nreboot` }));
		assert.deepEqual(joined('--computer-ou OU=Servers --no-password example.com'), []);
		assert.deepEqual(joined('example.com --no-password'), ['kickstart-extra-argument 13']);
	});

	test('a number, a dollar sign or a fence in a script is the script’s', () => {
		assert.deepEqual(told(file({ post: '%post\n1 lang\n$ lang de\n```\n%end' })), []);
	});
});

suite('kickstart: what was meant is put there', () => {
	const cures: readonly (readonly [changes: Partial<typeof parts>, after: Partial<typeof parts>])[] = [
		[{ lang: 'lang: en_US.UTF-8' }, {}],
		[{ lang: 'lang = en_US.UTF-8' }, {}],
		[{ lang: 'lang en_US.UTF-8,' }, {}],
		[{ time: 'timezone Europe Berlin --utc' }, { time: 'timezone Europe/Berlin --utc' }],
		[{ pv: 'part pv01 --size=8192' }, {}],
		[{ keyboard: 'tastatur us' }, {}],
		[{ root: 'rootpw=--lock' }, {}],
		[{ pv: 'part pv.01 -- size=8192' }, {}],
		[{ group: 'volgroup pv.01 vg00' }, {}],
		[{ volume: parts.volume.replace('--vgname', '--volgroup') }, {}],
		[{ user: parts.user.replace('--name', '--username') }, {}],
		[{ user: 'user admin --groups=wheel --lock' }, {}],
		[{ network: parts.network.replace('--gateway', '--gw') }, {}],
		[{ network: parts.network.replace(' --netmask', '--netmask') }, {}],
		[
			{ network: parts.network.replace(' --bootproto=static', '') },
			{ network: `network --bootproto=static${parts.network.replace('network --bootproto=static', '')}` },
		],
		[{ end: 'shutdown -h now' }, { end: 'shutdown' }],
		[{ end: 'nfs nfs.example.net:/export\nreboot' }, { end: 'nfs --server=nfs.example.net --dir=/export\nreboot' }],
		[
			{ volume: parts.volume.replace('--vgname=vg00', '--vgname="vg00') },
			{ volume: parts.volume.replace('--vgname=vg00', '--vgname="vg00"') },
		],
		[{ post: '%postinstall\nid\n%end' }, {}],
		[{ lang: 'lang=en_US.UTF-8' }, {}],
		[{ lang: '> lang en_US.UTF-8' }, {}],
		[{ lang: 'lang en_US.UTF-8; keyboard us', keyboard: '' }, { keyboard: 'keyboard us\n' }],
		[{ clear: 'clearpart -- all --initlabel' }, {}],
		[{ boot: 'part /boot --fstype=xfs --size1024' }, {}],
		[{ boot: 'part /boot --fstype:xfs --size=1024' }, {}],
		[{ boot: 'part /boot fstype=xfs --size=1024' }, {}],
		[{ network: parts.network.replace('--ip=', '--ip = ') }, {}],
		[{ end: 'reboot // as agreed' }, { end: 'reboot # as agreed' }],
		[{ time: 'timezone Europe/Isle of_Man --utc' }, { time: 'timezone Europe/Isle_of_Man --utc' }],
		[{ post: '%post\nid\nend' }, {}],
		[{ lang: `// Berlin\n${parts.lang}` }, { lang: `# Berlin\n${parts.lang}` }],
	];
	for (const [changes, after] of cures)
		test(Object.values(changes)[0]?.split('\n')[0] ?? '', () => assert.equal(cured(file(changes)), file(after)));
});
