/** Files that ask for more memory or time than a program has, by their names. */
export function largeBombs(): ReadonlyMap<string, Buffer> {
	const setting = (number: number, more = '"value":"v"'): string =>
		`{"category":"dynamic","name":"s${number}","label":"x","type":"string","optional":false,"common":true,${more}}`;
	const settings = (count: number, more?: (number: number) => string): string =>
		`{"category":"dynamic","name":"site","type":"assoc_array","optional":false,"content":[${Array.from(
			{ length: count },
			(_, number) => setting(number, more?.(number)),
		).join(',\n')}]}`;
	const deep = 100_000;
	const laughs = Array.from(
		{ length: 30 },
		(_, number) => `<!ENTITY l${number + 1} "${`&l${number};`.repeat(10)}">`,
	).join('');
	const profile = (inner: string, types = ''): string =>
		`<?xml version="1.0"?>\n<!DOCTYPE profile${types}>\n<profile xmlns="http://www.suse.com/1.0/yast2ns">${inner}</profile>\n`;
	const texts = {
		'nested.xclarity.json': `${'{"name":"a","type":"assoc_array","content":['.repeat(deep)}${']}'.repeat(deep)}`,
		'nested.xml': profile('<a>'.repeat(deep) + '</a>'.repeat(deep)),
		'line.ks': `part ${'x'.repeat(50_000_000)}\n`,
		'settings.xclarity.json': settings(200_000),
		'fewer-settings.xclarity.json': settings(80_000),
		'wrong-settings.xclarity.json': settings(80_000).replaceAll('"string"', '"strin"'),
		'misspelt-keys.xclarity.json': settings(10_000)
			.replaceAll('"category"', '"categroy"')
			.replaceAll('"label"', '"lable"')
			.replaceAll('"optional"', '"optinal"'),
		'laughs.xml': profile('<users>&l30;</users>', ` [<!ENTITY l0 "lol">${laughs}]`),
		'regex.xclarity.json': settings(500, number => `"regex":"^(a+)+$","value":"${'a'.repeat(50)}!${number}"`),
		'marked.ks': `\ufeff#version=RHEL9\r\n${'lang en_US.UTF-8\r\n'.repeat(20_000)}`,
		'zeros.ks': `#version=RHEL9\nlang en_US\0\n${'\0'.repeat(5_000_000)}`,
	};
	const files = new Map(Object.entries(texts).map(([name, text]) => [name, Buffer.from(text)]));
	files.set('utf-16.ks', Buffer.from('\ufeff#version=RHEL9\r\nlang en_US.UTF-8\r\n'.repeat(10_000), 'utf16le'));
	files.set(
		'binary.ks',
		Buffer.from(Array.from({ length: 3_000_000 }, (_, at) => (Math.imul(at, 2_654_435_761) >>> 13) & 255)),
	);
	return files;
}
