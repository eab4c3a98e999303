import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import type { Kind } from '../../../../server/language/language';
import { languageFor } from '../../../../server/language/languageService';
import { applied, marked } from '../../../support/markers';
import { linked } from './unattendContexts';

/** The text after the clear-text password of a file was replaced; `undefined` when nothing is offered. */
function hashed(kind: Kind, text: string, languageId: string = kind): string | undefined {
	const { document } = marked(text, languageId);
	const language = languageFor(kind);
	const context = linked;
	const diagnostics = language.validate(document, context);
	const offers = diagnostics.flatMap(
		one =>
			language
				.codeActions?.(document, one.range, [one], context)
				.filter(({ command }) => command?.command === 'xclarity.hashPassword') ?? [],
	);
	const [offer] = offers;
	if (!offer) return undefined;
	assert.equal(offers.length, 1);
	assert.equal(offer.isPreferred, false);
	assert.doesNotMatch(JSON.stringify(offer.command), /sec/);
	const [uri, position] = offer.command?.arguments ?? [];
	assert.equal(uri, document.uri);
	return applied(document, language.hashPassword?.(document, position, context, password => `<${password}>`) ?? []);
}

suite('passwords in clear text', () => {
	const kickstart = (line: string) => hashed('kickstart', `${line}\n`)?.trimEnd();

	test('kickstart: the line gets a hash and says so', () => {
		assert.equal(kickstart('rootpw secret'), 'rootpw --iscrypted <secret>');
		assert.equal(kickstart('rootpw --plaintext --allow-ssh secret'), 'rootpw --iscrypted --allow-ssh <secret>');
		assert.equal(kickstart('rootpw "my secret" # for now'), 'rootpw --iscrypted "<my secret>" # for now');
		assert.equal(kickstart('rootpw se"cre"t'), 'rootpw --iscrypted <secret>');
		assert.equal(kickstart('user --name=a --password=secret'), 'user --iscrypted --name=a --password=<secret>');
		assert.equal(
			kickstart("user --name=a --password 'my secret'"),
			"user --iscrypted --name=a --password '<my secret>'",
		);
		assert.equal(kickstart('sshpw --username=root secret'), 'sshpw --iscrypted --username=root <secret>');
	});

	test('kickstart: a hash, a locked account and a macro are left alone', () => {
		for (const line of ['rootpw --iscrypted $6$salt$0123456789', 'rootpw --lock', 'rootpw #site.secret#', 'rootpw'])
			assert.equal(kickstart(line), undefined, line);
	});

	test('ESXi', () => {
		const line = (text: string) => hashed('esxi', `${text}\n`, 'esxi-kickstart')?.trimEnd();
		assert.equal(line('rootpw Secret-123'), 'rootpw --iscrypted <Secret-123>');
		assert.equal(line('rootpw sec'), 'rootpw --iscrypted <sec>');
		assert.equal(line('rootpw --iscrypted $6$salt$0123456789'), undefined);
	});

	test('AutoYaST: encrypted is changed or added', () => {
		const file = (user: string) =>
			`<profile xmlns="http://www.suse.com/1.0/yast2ns" xmlns:config="http://www.suse.com/1.0/configns"><users config:type="list"><user>\n${user}\n</user></users></profile>`;
		const user = (text: string) => hashed('autoyast', file(`<username>root</username>${text}`), 'xml');
		assert.equal(
			user('<encrypted config:type="boolean">false</encrypted><user_password>secret</user_password>'),
			file(
				'<username>root</username><encrypted config:type="boolean">true</encrypted><user_password><secret></user_password>',
			),
		);
		assert.equal(
			user('\n  <user_password>secret</user_password>'),
			file(
				'<username>root</username>\n  <user_password><secret></user_password>\n  <encrypted config:type="boolean">true</encrypted>',
			),
		);
		assert.equal(user('<user_password>#site.secret#</user_password>'), undefined);
		assert.equal(
			user('<encrypted config:type="boolean">true</encrypted><user_password>$6$a$b</user_password>'),
			undefined,
		);
	});
});
