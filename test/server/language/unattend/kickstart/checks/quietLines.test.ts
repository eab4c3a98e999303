import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import fc from 'fast-check';
import { quietLines } from '../../../../../../server/language/unattend/kickstart/checks/line/commandChecks';
import { meaningfulLines } from '../../../../../../server/language/unattend/kickstart/checks/line/meaningChecks';
import { QuietLines } from '../../../../../../server/language/unattend/kickstart/checks/line/quietLines';
import { kickstartDialect } from '../../../../../../server/language/unattend/kickstart/kickstartDialect';
import { kickstartFile } from '../../../../../../server/language/unattend/kickstart/kickstartFile';
import { parsedCommands } from '../../../../../../server/language/unattend/kickstart/parsedCommands';
import { cases } from '../../../../../support/thorough';
import { kickstartSource } from '../kickstartSource';

/** Lines that are right, wrong, or one of both: for a release, beside others, with a macro. */
const lines = [
	'lang en_US.UTF-8',
	'lang en_XX.UTF-8',
	'lang #site.locale#',
	'timezone Europe/Berlin --utc',
	'timezone Europe/Berlin --utc --ntpservers=0.example.net',
	'timezone Europe/Berln',
	'keyboard us',
	'network --bootproto=static --ip=192.0.2.9 --netmask=255.255.255.0 --gateway=192.0.2.1',
	'network --bootproto=static --ip=192.0.2.9',
	'network --bootproto=static --ip=#site.ip# --netmask=255.255.255.0 --gateway=192.0.2.1',
	'ignoredisk --only-use=sda',
	'ignoredisk --drives=sdb',
	'ignoredisk',
	'clearpart --all --initlabel',
	'clearpart --all --initlabel # all of them',
	'clearpart --all --initlabel#',
	'part / --size=4096',
	'part / --size=4096 --fstype=xsf',
	'part / --size=4G',
	'part pv.01 --size=1 --grow --maxsize=9',
	'part pv.01 --size=1 --maxsize=9',
	'logvol /srv --vgname=vg0 --name=srv --size=1024',
	'logvol /srv --vgname=vg0 --name=srv --siz=1024',
	'user --name=admin --groups=wheel --lock',
	'user --name=admin --groups=wheel;audio',
	'firewall --enabled --port=443:tcp',
	'firewall --enabled \\',
	'auth --enableshadow',
	'rootpw --lock; reboot',
	'reboot zerombr',
	"url --url='http://mirror.example.net/rhel9",
	'url --url=http://mirror.example.net/{{ release }}',
	'{% if disks %}',
	'1  part swap --size=1024',
	'part\u00a0swap --size=1024',
	'%include more.ks',
] as const;

const versions = ['', '#version=RHEL7', '#version=RHEL8', '#version=RHEL9'] as const;

const values = {
	'site.ip': { type: 'string', choices: ['192.0.2.300'] },
	'site.locale': { type: 'string', default: 'en_US.UTF-8' },
} as const;

const found = (text: string) => kickstartDialect.validate(kickstartSource(text, { values }));

function foundAnew(text: string) {
	quietLines.forget();
	meaningfulLines.forget();
	return found(text);
}

suite('lines in which nothing was found before', () => {
	test('are told as if they were looked at anew, whatever stands around them', () => {
		const chosen = fc.array(fc.constantFrom(...lines), { maxLength: 14 });
		const file = fc.tuple(fc.constantFrom(...versions), chosen).map(([version, said]) => [version, ...said].join('\n'));
		fc.assert(
			fc.property(fc.array(file, { minLength: 2, maxLength: 6 }), texts => {
				foundAnew('');
				const remembered = texts.map(found);
				assert.deepEqual(remembered, texts.map(foundAnew));
			}),
			cases({ few: 3, many: 1000 }),
		);
	});

	test('of another release are other lines', () => {
		const line = 'timezone Etc/UTC --utc --ntpservers=0.example.net';
		const codes = (version: string) => found(`#version=${version}\n${line}`).map(({ code }) => code);
		assert.ok(!codes('RHEL7').includes('kickstart-option-deprecated'));
		assert.ok(codes('RHEL9').includes('kickstart-option-deprecated'));
	});

	const looks = (text: string) => {
		const file = kickstartFile(kickstartSource(text, { values }));
		const memory = new QuietLines();
		let count = 0;
		for (const parsed of [...parsedCommands(file), ...parsedCommands(file)]) {
			memory.findIn(file, parsed, () => {
				count++;
				return [];
			});
		}
		return count;
	};

	test('are not looked at again', () => {
		assert.equal(looks('part / --size=4096\npart / --size=4096'), 1);
		assert.equal(looks('part / --size=4096\npart / --size=4097'), 2);
	});

	test('are where a macro, another line or what was copied along counts', () => {
		assert.equal(looks('lang #site.locale#'), 2);
		assert.equal(looks('ignoredisk --only-use=sda'), 2);
		assert.equal(looks('part\u00a0/ --size=4096'), 2);
		assert.equal(looks(`part / --size=4096 --label=${'a'.repeat(400)}`), 2);
	});
});
