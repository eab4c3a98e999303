/** Texts that nobody writes by hand but that a checker meets: it has to answer, and soon. */
import type { Files, Subject } from './fault';
import { check } from './product';

export interface StrangeRow {
	/** `language/what it is`. */
	readonly name: string;
	readonly seconds: number;
	/** What the check threw. */
	readonly thrown?: string;
}

const kickstart = (text: string): Files => new Map([['ks.cfg', `text\nlang en_US.UTF-8\n${text}`]]);
const config = (text: string): Files => new Map([['site.xclarity.json', text]]);
const esxi = (text: string): Files => new Map([['host.esxi.cfg', `vmaccepteula\n${text}`]]);
const profile = (text: string): Files =>
	new Map([
		[
			'autoinst.xml',
			`<?xml version="1.0"?>\n<profile xmlns="http://www.suse.com/1.0/yast2ns" xmlns:config="http://www.suse.com/1.0/configns">${text}</profile>`,
		],
	]);
const unattend = (text: string): Files =>
	new Map([
		['unattend.xml', `<?xml version="1.0"?>\n<unattend xmlns="urn:schemas-microsoft-com:unattend">${text}</unattend>`],
	]);

const words = (count: number, word: (index: number) => string): string =>
	Array.from({ length: count }, (_, index) => word(index)).join('');
const leaf = (name: string): string =>
	`{ "category": "dynamic", "common": true, "name": "${name}", "type": "string", "optional": true }`;
const root = (content: string): string =>
	`{ "category": "dynamic", "name": "x", "type": "assoc_array", "optional": false, "content": [${content}] }`;
const nested = (depth: number): string =>
	words(
		depth,
		index =>
			`{ "category": "dynamic", "common": true, "name": "g${index}", "type": "assoc_array", "optional": false, "content": [`,
	) +
	leaf('inner') +
	']}'.repeat(depth);

const inputs: Readonly<Record<string, () => Files>> = {
	'kickstart/200,000 options on a line': () => kickstart(`network${words(200_000, () => ' --ip=192.0.2.1')}`),
	'kickstart/20,000 unknown options on a line': () => kickstart(`network${words(20_000, index => ` --opt${index}=1`)}`),
	'kickstart/100,000 lines': () => kickstart(words(100_000, index => `user --name=u${index}\n`)),
	'kickstart/a line of 5 million characters': () => kickstart(`rootpw ${'x'.repeat(5_000_000)}`),
	'kickstart/100,000 open quotes': () => kickstart(words(100_000, () => `lang "en\n`)),
	'kickstart/100,000 hashes': () => kickstart('#'.repeat(100_000)),
	'kickstart/50,000 macros': () => kickstart(words(50_000, index => `#a.b${index}#\n`)),
	'esxi/200,000 options on a line': () => esxi(`network${words(200_000, () => ' --ip=192.0.2.1')}`),
	'esxi/100,000 lines': () => esxi(words(100_000, () => 'network --bootproto=dhcp\n')),
	'config/20,000 settings': () => config(root(words(20_000, index => `${leaf(`s${index}`)},`).slice(0, -1))),
	'config/2,000 levels': () => config(root(nested(2_000))),
	'config/100,000 open brackets': () => config('['.repeat(100_000)),
	'config/100,000 open braces': () => config('{"a":'.repeat(100_000)),
	'config/50,000 smart-quoted pairs': () => config(`{${words(50_000, index => `“k${index}”: “v”,\n`)}}`),
	'config/50,000 missing commas': () => config(`{${words(50_000, index => `"k${index}": 1\n`)}}`),
	'config/50,000 comments': () => config(`{${words(50_000, index => `// c${index}\n`)}}`),
	'config/a text of 5 million characters': () =>
		config(root(`{ "category": "dynamic", "name": "${'x'.repeat(5_000_000)}" }`)),
	'config/a regex of 50,000 characters': () =>
		config(root(leaf('s').replace('}', `, "regex": "${'(a|b)*'.repeat(8_000)}", "value": "${'ab'.repeat(500)}" }`))),
	'config/20,000 choices': () =>
		config(root(leaf('s').replace('}', `, "choices": [${words(20_000, index => `"c${index}",`).slice(0, -1)}] }`))),
	'autoyast/20,000 levels': () => profile('<a>'.repeat(20_000)),
	'autoyast/50,000 users': () =>
		profile(
			`<users config:type="list">${words(50_000, index => `<user><username>u${index}</username></user>`)}</users>`,
		),
	'autoyast/100,000 lone brackets': () => profile('<'.repeat(100_000)),
	'autoyast/100,000 lone ampersands': () => profile('& '.repeat(100_000)),
	'autoyast/50,000 crossed tags': () => profile('<a></b>'.repeat(50_000)),
	'windows/20,000 levels': () => unattend('<a>'.repeat(20_000)),
	'windows/2,000 unknown components': () =>
		unattend(
			`<settings pass="specialize">${words(2_000, index => `<component name="Microsoft-Windows-Shell-Setup${index}"/>`)}</settings>`,
		),
	'windows/an attribute of 5 million characters': () => unattend(`<settings pass="${'x'.repeat(5_000_000)}"/>`),
};

export const strangeInputs = Object.keys(inputs) as readonly `${Subject}/${string}`[];

/** Checks one strange input and takes the time. */
export async function tryStrange(name: string): Promise<StrangeRow> {
	const files = inputs[name]?.();
	if (!files) throw new RangeError(`There is no strange input ${name}.`);
	const started = performance.now();
	const seconds = (): number => (performance.now() - started) / 1000;
	try {
		await check(files);
		return { name, seconds: seconds() };
	} catch (error) {
		return {
			name,
			seconds: seconds(),
			thrown: error instanceof Error ? `${error.name}: ${error.message}` : String(error),
		};
	}
}
