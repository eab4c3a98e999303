import type { Kind } from '../../server/language/language';

/** A text that costs a careless reader all its time or memory. */
export interface Bomb {
	readonly name: string;
	readonly kind: Kind;
	readonly text: string;
}

const setting = (number: number): string =>
	`{"category":"dynamic","name":"s${number}","label":"x","type":"string","optional":false,"common":true,"value":"v"}`;
const root = (settings: string): string =>
	`{"category":"dynamic","name":"site","type":"assoc_array","optional":false,"content":[${settings}]}`;
const withRegex = (regex: string, value: string): string =>
	`{"category":"dynamic","name":"site","type":"string","optional":false,"common":true,"regex":"${regex}","value":"${value}"}`;
const numbered = (count: number, one: (number: number) => string, between = ''): string =>
	Array.from({ length: count }, (_, number) => one(number)).join(between);

const profile = (inner: string): string =>
	`<profile xmlns="http://www.suse.com/1.0/yast2ns" xmlns:config="http://www.suse.com/1.0/configns">${inner}</profile>`;
const answers = (inner: string): string => `<unattend xmlns="urn:schemas-microsoft-com:unattend">${inner}</unattend>`;

/** Each entity names the one before it ten times. */
const laughs = numbered(30, number => `<!ENTITY l${number + 1} "${`&l${number};`.repeat(10)}">`);

/**
 * @param many how often each thing is repeated; the longest texts have two hundred times as many characters
 */
export function bombs(many: number): readonly Bomb[] {
	const config = (name: string, text: string): Bomb => ({ name, kind: 'config', text });
	const kickstart = (name: string, text: string): Bomb => ({ name, kind: 'kickstart', text });
	const autoyast = (name: string, text: string): Bomb => ({ name, kind: 'autoyast', text });
	return [
		config('open brackets', '['.repeat(50 * many)),
		config('closed brackets', '['.repeat(50 * many) + ']'.repeat(50 * many)),
		config('nested settings', '{"name":"a","type":"assoc_array","content":['.repeat(many)),
		config('one line', `{"name":"${'a'.repeat(100 * many)}"}`),
		config('many settings', root(numbered(2 * many, setting, ',\n'))),
		config('many wrong settings', root(numbered(many, number => setting(number).replace('string', 'strin'), ',\n'))),
		config('smart quotes', `{${'“name”: “x”,\n'.repeat(many)}}`),
		config('quotes', '"'.repeat(2 * many)),
		config('open quotes', '"\n'.repeat(2 * many)),
		config('mixed brackets', '{]'.repeat(many)),
		config('open comments', '/*'.repeat(many)),
		config('the same key', `{${'"name":"x",'.repeat(many)}"type":"string"}`),
		config('a regular expression without end', withRegex('^(a+)+$', `${'a'.repeat(many)}!`)),
		config('nested groups', withRegex('(a?'.repeat(many) + ')'.repeat(many), 'aaa')),
		config('alternatives', withRegex('a|'.repeat(many), 'aaa')),
		config('counted groups', withRegex('(a{1,1000}){1,1000}$', 'a'.repeat(5000))),
		kickstart('the same option', `part / ${'--size=1 '.repeat(2 * many)}\n`),
		kickstart('unknown options', `part / ${numbered(2 * many, number => `--o${number}=1 `)}\n`),
		kickstart('words', `part / ${'x '.repeat(2 * many)}\n`),
		kickstart('lines', 'lang en_US.UTF-8\n'.repeat(many)),
		kickstart('old ends of lines', 'lang en_US.UTF-8\r'.repeat(many)),
		kickstart('packages', `%packages\n${numbered(many, number => `package${number}\n`)}%end\n`),
		kickstart('sections', '%post\n%end\n'.repeat(many)),
		kickstart('hashes', '#'.repeat(2 * many)),
		kickstart('macros', `lang ${'#a.b#'.repeat(many)}\n`),
		kickstart('zeros', '\0'.repeat(10 * many)),
		kickstart('UTF-16 read as UTF-8', Buffer.from('lang en_US\n'.repeat(many), 'utf16le').toString('utf8')),
		kickstart('a byte order mark', `\ufeff${'lang en_US.UTF-8\r\n'.repeat(many)}`),
		{ name: 'lines', kind: 'esxi', text: 'network --bootproto=dhcp\n'.repeat(many) },
		autoyast('nested elements', profile('<a>'.repeat(50 * many))),
		autoyast('end tags', profile('</a>'.repeat(many))),
		autoyast('wrong end tags', profile('<a>'.repeat(many) + '</b>'.repeat(many))),
		autoyast(
			'entities in entities',
			`<!DOCTYPE profile [<!ENTITY l0 "lol">${laughs}]>${profile('<users>&l30;</users>')}`,
		),
		autoyast('entities', profile('&x;'.repeat(2 * many))),
		autoyast('attributes', `<profile ${numbered(many, number => `a${number}="1"`, ' ')}/>`),
		autoyast('unknown elements', profile(numbered(many, number => `<x${number}/>`, '\n'))),
		autoyast(
			'users',
			profile(`<users config:type="list">${'<user><username>u</username><uid>0</uid></user>'.repeat(many)}</users>`),
		),
		{ name: 'passes', kind: 'windows', text: answers('<settings pass="windowsPE">'.repeat(many)) },
		{ name: 'unknown elements', kind: 'windows', text: answers(numbered(many, number => `<x${number}/>`, '\n')) },
		{ name: 'nested links', kind: 'manifest', text: '{"links":['.repeat(many) },
		{
			name: 'patterns',
			kind: 'manifest',
			text: `{"links":[{"unattend":"${'*(a|*'.repeat(many)}","config":"${'{a,'.repeat(many)}"}]}`,
		},
		{
			name: 'links',
			kind: 'manifest',
			text: `{"links":[${numbered(many, number => `{"unattend":"a${number}.ks","config":"site.xclarity.json"}`, ',\n')}]}`,
		},
		{ name: 'nested values', kind: 'values', text: '{"a":'.repeat(many) },
		{ name: 'macros', kind: 'script', text: 'echo #a.b#\n'.repeat(many) },
	];
}
