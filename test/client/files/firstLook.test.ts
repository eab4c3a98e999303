import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { mayBeOurs } from '../../../client/files/firstLook';

suite('firstLook', () => {
	for (const [what, languageId, text] of [
		['a kickstart file', 'properties', '# comes from the lab\nlang en_US.UTF-8\n%packages\n@core\n%end\n'],
		['a kickstart file of nothing but macros', 'plaintext', '#predefined.unattendSettings.preinstallConfig#\n'],
		['an ESXi kickstart file', 'properties', 'vmaccepteula\ninstall --firstdisk\n'],
		['an ESXi kickstart file that accepts nothing', 'properties', 'install --firstdisk --overwritevmfs\nreboot\n'],
		['a kickstart file with macros for values', 'properties', 'lang #server-settings.server0.locale#\n'],
		['an AutoYaST profile', 'xml', '<?xml version="1.0"?>\n<profile xmlns="http://www.suse.com/1.0/yast2ns">'],
		['an AutoYaST profile without a namespace', 'xml', '<profile>\n  <general config:type="map">'],
		['a Windows answer file', 'xml', '<unattend xmlns="urn:schemas-microsoft-com:unattend">'],
		['a configuration-settings file', 'json', '{\n  "category" : "dynamic",'],
	] as const) {
		test(`${what} is worth a second look`, () => assert.ok(mayBeOurs(languageId, text)));
	}

	for (const [what, languageId, text] of [
		['an ini file', 'properties', '[core]\n\tlanguage = en\n# timezone UTC\nnetwork=10.0.0.0/8\n'],
		[
			'an ini file with the words of an installer',
			'properties',
			'lang = en_US\nurl = x\ntimezone: UTC\ninstall --quiet\n',
		],
		['a build file', 'xml', '<project><profiles><profile><id>x</id></profile></profiles></project>'],
		['a package manifest', 'json', '{ "name": "x", "categories": ["Linters"] }'],
		['prose', 'plaintext', 'The network is down. Language matters.'],
	] as const) {
		test(`${what} is not`, () => assert.ok(!mayBeOurs(languageId, text)));
	}
});
