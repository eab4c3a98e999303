import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { told } from '../told';

const profile =
	'<profile xmlns="http://www.suse.com/1.0/yast2ns" xmlns:config="http://www.suse.com/1.0/configns">…</profile>';

/** What stands around them, and texts, each with what is said of it and what every way out makes of it. */
const groups: readonly { around: string; texts: readonly (readonly [text: string, ...told: string[]])[] }[] = [
	{
		around:
			'<partitioning config:type="list"><drive><device>/dev/sda</device><use>all</use><partitions config:type="list"><partition>…</partition></partitions></drive></partitioning>',
		texts: [
			['<mount>/</mount><size>max</size></partition><partition><mount>/</mount><size>1G</size>', 'autoyast-twice: /'],
			['<mount>/home</mount><size>max</size>', 'autoyast-mount-root: partitioning'],
			['<mount>/</mount><subvolumes config:type="list"><path>tmp</path><path>opt</path></subvolumes>'],
			[
				'<mount>/</mount><subvolumes config:type="list"><path>tmp</path><copy_on_write config:type="boolean">true</copy_on_write></subvolumes>',
				'autoyast-element-unknown: copy_on_write',
			],
			['<mount>home</mount><size>max</size>', 'autoyast-mount: home', 'safe → <mount>/home</mount><size>max</size>'],
			['<mount>swap</mount><size>1G</size></partition><partition><mount>/</mount><size>max</size>'],
			['<mount>/</mount><size>10X</size>', 'autoyast-size: 10X'],
			['<mount>/</mount><size>10G</size></partition><partition><mount>swap</mount><size>auto</size>'],
			['<mount>/</mount><size>0</size>'],
			['<mount>/</mount><size>50%</size>'],
			[
				'<mount>/</mount><size>max</size></partition><partition><mount>tmp</mount><size>1G</size>',
				'autoyast-mount: tmp',
				'safe → <mount>/</mount><size>max</size></partition><partition><mount>/tmp</mount><size>1G</size>',
			],
		],
	},
	{
		around: '<scripts><post-scripts config:type="list"><script><source>…</source></script></post-scripts></scripts>',
		texts: [
			['\ncat <<EOF > /etc/x\nEOF\n', 'xml-markup-character: <<', 'safe → \ncat &lt;&lt;EOF > /etc/x\nEOF\n'],
			['a && b', 'xml-markup-character: &&', 'safe → a &amp;&amp; b'],
			[
				'echo $((1<<2))',
				'xml-markup-character: <',
				'safe → echo $((1&lt;<2))',
				'xml-markup-character: <',
				'safe → echo $((1<&lt;2))',
			],
			['echo "<tag>"', 'xml-end-tag-missing: <tag', 'decides → echo "<tag>"</tag>'],
			[
				's/<a>/<b>/',
				'xml-end-tag-missing: <a',
				'decides → s/<a>/</a><b>/',
				'xml-end-tag-missing: <b',
				'decides → s/<a>/<b>/</b>',
			],
		],
	},
	{
		around: '<software>…</software>',
		texts: [
			[
				'<<packages config:type="list"><package>vim</package></packages>',
				'xml-markup-character: <',
				'safe → <packages config:type="list"><package>vim</package></packages>',
			],
			[
				'<packages config:type="list"><package>vim</packages>',
				'xml-end-tag-missing: <package',
				'safe → <packages config:type="list"><package>vim</package></packages>',
			],
			[
				'<packages config:type="list"><pakage>vim</package></packages>',
				'xml-end-tag-name: package',
				'safe → <packages config:type="list"><package>vim</package></packages>',
			],
			[
				'<packages config:type="list"><package>vim</pakage></packages>',
				'xml-end-tag-name: pakage',
				'safe → <packages config:type="list"><package>vim</package></packages>',
			],
		],
	},
	{
		around: '<users config:type="list"><user>…</user></users>',
		texts: [
			[
				'<username>a</username><uid>1000</uid></user><user><username>b</username><uid>1000</uid>',
				'autoyast-twice: 1000',
			],
			['<username>a</username></user><user><username>a</username>', 'autoyast-twice: a'],
			[
				'<username>a</username><encrypted config:type="boolean">true</encrypted><user_password>x</user_password>',
				'autoyast-password-hash: x',
			],
			['<username>a</username><uid>1000</uid></user><user><username>b</username><uid>1001</uid>'],
		],
	},
	{
		around:
			'<networking><interfaces config:type="list"><interface><name>eth0</name>…</interface></interfaces></networking>',
		texts: [
			['<bootproto>static</bootproto>', 'autoyast-static-address: bootproto'],
			['<bootproto>static</bootproto><ipaddr>192.0.2.1</ipaddr><prefixlen>33</prefixlen>', 'autoyast-form: 33'],
			['<bootproto>static</bootproto><ipaddr>192.0.2.1</ipaddr><prefixlen>32</prefixlen>'],
			['<bootproto>static</bootproto><ipaddr>2001:db8::1</ipaddr><prefixlen>64</prefixlen>'],
			[
				'<bootproto>static</bootproto><ipaddr>192.0.2.1</ipaddr><netmask>255.0.255.0</netmask>',
				'autoyast-form: 255.0.255.0',
			],
		],
	},
	{
		around: '<scripts><pre-scripts config:type="list"><script>…</script></pre-scripts></scripts>',
		texts: [
			[
				'<filename>a.sh</filename><source>x</source></script><script><filename>a.sh</filename><source>y</source>',
				'autoyast-twice: a.sh',
			],
			['<filename>a.sh</filename>', 'autoyast-script-empty: script'],
			['<filename>a.sh</filename><location>http://x/y</location>'],
		],
	},
	{
		around: '…',
		texts: [
			['<general><mode><confirm config:type="boolean">maybe</confirm></mode></general>', 'autoyast-boolean: maybe'],
			[
				'<general><mode><confirm>false</confirm></mode></general>',
				'autoyast-type-missing: confirm',
				'safe → <general><mode><confirm config:type="boolean">false</confirm></mode></general>',
			],
			['<general><mode><confirm type="boolean">false</confirm></mode></general>'],
			[
				'<general><mode><confirm config:type="bool">false</confirm></mode></general>',
				'autoyast-type-wrong: bool',
				'safe → <general><mode><confirm config:type="boolean">false</confirm></mode></general>',
			],
			[
				'<software><packages config:type="list">vim</packages></software>',
				'autoyast-text-stray: vim',
				'safe → <software><packages config:type="list"><package>vim</package></packages></software>',
			],
			[
				'<software><packages config:type="list"><package>vim</package>nano</packages></software>',
				'autoyast-text-stray: nano',
				'decides → <software><packages config:type="list"><package>vim</package><!-- nano --></packages></software>',
				'loses → <software><packages config:type="list"><package>vim</package></packages></software>',
			],
			[
				'<software><packages config:type="list"><pakage>vim</pakage></packages></software>',
				'autoyast-element-unknown: pakage',
				'decides → <software><packages config:type="list"><package>vim</package></packages></software>',
			],
			[
				'<timezone><timezone>Europe/Berln</timezone></timezone>',
				'autoyast-name: Europe/Berln',
				'decides → <timezone><timezone>Europe/Berlin</timezone></timezone>',
			],
			['<timezone><timezone><a/></timezone></timezone>', 'autoyast-element-unknown: a'],
			[
				'<keyboard><keymap>germn</keymap></keyboard>',
				'autoyast-name: germn',
				'decides → <keyboard><keymap>german</keymap></keyboard>',
			],
			['<nonsense/>', 'autoyast-section-unlisted: nonsense'],
			[
				'<language>de_DE</language>',
				'autoyast-text-stray: de_DE',
				'decides → <language><!-- de_DE --></language>',
				'loses → <language></language>',
			],
			[
				'<firewall><enable_firewall config:type="boolean">yes</enable_firewall></firewall>',
				'autoyast-boolean: yes',
				'safe → <firewall><enable_firewall config:type="boolean">true</enable_firewall></firewall>',
			],
		],
	},
];

suite('AutoYaST: a few elements, what is said of them and the ways out', () => {
	for (const { around, texts } of groups) {
		const [head = '', tail = ''] = profile.replace('…', around).split('…');
		for (const [text, ...expected] of texts)
			test(text, () => {
				const without = /autoyast-(?:confirm|root-user|password-plain)$/;
				assert.deepEqual(told(text, { kind: 'autoyast', head, tail, without }), expected);
			});
	}
});
