import fc from 'fast-check';
import autoyast from '../../schemas/autoyast-sections.json';
import esxi from '../../schemas/esxi-commands.json';
import kickstart from '../../schemas/kickstart-commands.json';
import sections from '../../schemas/kickstart-sections.json';
import windows from '../../schemas/windows-settings.json';
import type { Kind } from '../../server/language/language';

/**
 * Texts grown by the grammar of each kind: mostly what is allowed, with a wrong word, value or shape here and there.
 */
export function grownText(kind: Kind): fc.Arbitrary<string> {
	if (kind === 'config')
		return mostlyShort(aSetting(1), aSetting(4)).map(setting => JSON.stringify(setting, undefined, 1));
	if (kind === 'manifest') return aManifest.map(manifest => JSON.stringify(manifest, undefined, 2));
	if (kind === 'values')
		return fc.dictionary(aName, fc.jsonValue({ maxDepth: 3 })).map(values => JSON.stringify(values));
	if (kind === 'esxi') return lines(esxi.commands, aScriptSection);
	if (kind === 'autoyast') return profile;
	if (kind === 'windows') return answerFile;
	if (kind === 'script') return fc.array(fc.oneof(aMacro, aWord), { maxLength: 30 }).map(words => words.join(' '));
	return lines(kickstart.commands, aScriptSection);
}

/** Short texts cost little, and most mistakes need no more than two lines. */
const mostlyShort = <T>(short: fc.Arbitrary<T>, long: fc.Arbitrary<T>): fc.Arbitrary<T> =>
	fc.oneof({ weight: 3, arbitrary: short }, { weight: 1, arbitrary: long });

/** What every object has: a table must not be asked for it. */
const inherited = ['constructor', '__proto__', 'toString'] as const;

const aName = fc.oneof(
	{
		weight: 4,
		arbitrary: fc.constantFrom('site', 'zone', 'server', 'server0', 'locale', 'common-ntpservers', 'a', ...inherited),
	},
	{ weight: 1, arbitrary: fc.string({ maxLength: 6 }) },
);

const aMacro = fc.oneof(
	fc.array(aName, { minLength: 1, maxLength: 4 }).map(names => `#${names.join('.')}#`),
	fc.constantFrom('#predefined.timezone#', '#predefined.hostPlatforms.x#', '#predefined.', '#', '##'),
);

const aWord = fc.oneof(
	fc.constantFrom(
		'yes',
		'no',
		'true',
		'1',
		'-1',
		'0',
		'100',
		'sda',
		'sda,sdb',
		'/',
		'/boot',
		'swap',
		'xfs',
		'en_US.UTF-8',
		'us',
	),
	fc.constantFrom(
		'192.0.2.1',
		'255.255.255.0',
		'2001:db8::1',
		'host.example',
		'$6$salt$hash',
		'Europe/Berlin',
		'"quoted',
		"'a b'",
	),
	fc.constantFrom(...inherited),
	fc.constantFrom('99999999999', 'http://x/y', 'nfs:host:/x', 'bond0', 'eth0:eth1', '${x}', '“a”', '{{ x }}', '', ' '),
	aMacro,
	fc.string({ maxLength: 8 }),
);

const aPattern = fc.oneof(
	fc.constantFrom(
		'^(a+)+$',
		'(a|a)*b',
		'^[A-Za-z0-9.-]{1,64}$',
		'(?=x)',
		'\\p{L}',
		'[',
		'(?<n>a)\\k<n>',
		'a{1000}{1000}',
		'.*.*.*=.*',
	),
	fc
		.array(fc.constantFrom('a', '(', ')', '*', '+', '{2,}', '[^b]', '|', '\\d', '^', '$', '?', '.', '\\'), {
			maxLength: 12,
		})
		.map(parts => parts.join('')),
);

const aSetting = (maxDepth: number): fc.Arbitrary<unknown> =>
	fc.letrec<{ setting: unknown; settings: unknown }>(tie => ({
		setting: fc.record(
			{
				category: fc.constantFrom('dynamic', 'static', 'Dynamic', 1),
				name: aName,
				label: aWord,
				description: aWord,
				optional: fc.constantFrom(true, false, 'true'),
				common: fc.constantFrom(true, false, null),
				type: fc.constantFrom('string', 'integer', 'boolean', 'array', 'assoc_array', 'text', 'int'),
				value: fc.oneof(aWord, fc.integer(), fc.double(), fc.boolean(), fc.array(aWord, { maxLength: 3 })),
				default: fc.oneof(aWord, fc.integer()),
				choices: fc.oneof(fc.array(aWord, { maxLength: 4 }), aWord),
				regex: aPattern,
				min: fc.oneof(fc.integer(), aWord),
				max: fc.oneof(fc.integer(), fc.double()),
				minElements: fc.integer({ min: -1, max: 5 }),
				maxElements: fc.integer({ min: -1, max: 100_000 }),
				autoCreateInstance: fc.constantFrom(true, false, 0),
				content: tie('settings'),
				template: tie('settings'),
				extra: fc.jsonValue({ maxDepth: 2 }),
			},
			{ requiredKeys: ['name', 'type'] },
		),
		settings: fc.array(
			fc.oneof({ maxDepth, depthSize: 'xsmall', withCrossShrink: true }, fc.constant({}), tie('setting')),
			{
				maxLength: 4,
			},
		),
	})).setting;

const aGlob = fc.oneof(
	fc.constantFrom(
		'*.cfg',
		'**/*.ks',
		'site.xclarity.json',
		'../x',
		'/x',
		'a/{b,c}/*.xml',
		'[a-',
		'{{{{',
		'!(x)',
		'@(a|b)+(c)',
	),
	fc
		.array(fc.constantFrom('*', '**', '/', '{', '}', ',', '[', ']', 'a', '?', '!', '(', ')', '+', '..'), {
			maxLength: 14,
		})
		.map(parts => parts.join('')),
);

const aManifest = fc.record(
	{
		links: fc.array(
			fc.record(
				{
					unattend: fc.oneof(aGlob, fc.array(aGlob, { maxLength: 3 })),
					config: aGlob,
					scripts: fc.array(aGlob, { maxLength: 3 }),
					os: fc.constantFrom('rhels', 'sles', 'win', 'esxi', 'x', 5),
					osrelease: fc.constantFrom('9.4', '15.6', '2022', '8', ''),
					description: aWord,
				},
				{ requiredKeys: ['unattend'] },
			),
			{ maxLength: 5 },
		),
		rules: fc.dictionary(fc.constantFrom('json-syntax', 'macro-unknown', 'x'), fc.constantFrom('off', 'error', 'x', 1)),
		ignore: fc.array(aGlob, { maxLength: 3 }),
		server: aWord,
		extra: fc.jsonValue({ maxDepth: 2 }),
	},
	{ requiredKeys: [] },
);

interface Command {
	readonly summary?: string;
	readonly options?: object;
}

/** A command with some of its options, or those of another one. */
function aLine(commands: Readonly<Record<string, Command>>): fc.Arbitrary<string> {
	const names = Object.keys(commands);
	const options = [...new Set(Object.values(commands).flatMap(command => Object.keys(command.options ?? {})))];
	const anArgument = (name: string): fc.Arbitrary<string> => {
		const own = Object.keys(commands[name]?.options ?? {});
		const anOption = fc.oneof(
			{ weight: 6, arbitrary: fc.constantFrom(...(own.length > 0 ? own : options)) },
			{ weight: 1, arbitrary: fc.constantFrom(...options) },
		);
		return fc.oneof(
			anOption,
			fc.tuple(anOption, fc.constantFrom('=', ' ', '', ' = '), aWord).map(parts => parts.join('')),
			aWord,
		);
	};
	return fc
		.constantFrom(...names, ...inherited)
		.chain(name => fc.array(anArgument(name), { maxLength: 6 }).map(words => [name, ...words].join(' ')));
}

const aScriptSection = fc
	.tuple(
		fc.constantFrom(...Object.keys(sections.sections), '%firstboot', '%nothing', '%addon'),
		fc.array(aWord, { maxLength: 2 }),
		fc.array(aWord, { maxLength: 8 }),
		fc.constantFrom('%end', '%end', '%end', ' %end', '%END', ''),
	)
	.map(([name, options, body, end]) => `${[name, ...options].join(' ')}\n${body.join('\n')}\n${end}`);

const aLineEnd = fc.constantFrom('\n', '\n', '\n', '\r\n', '\r', '\n\n', ' \\\n');

const lines = (commands: Readonly<Record<string, Command>>, section: fc.Arbitrary<string>): fc.Arbitrary<string> => {
	const line = fc.tuple(
		fc.oneof(
			{ weight: 8, arbitrary: aLine(commands) },
			{ weight: 1, arbitrary: section },
			{ weight: 1, arbitrary: aWord.map(word => `# ${word}`) },
		),
		aLineEnd,
	);
	return mostlyShort(fc.array(line, { maxLength: 4 }), fc.array(line, { maxLength: 14 })).map(
		parts => `#version=RHEL9\n${parts.flat().join('')}`,
	);
};

interface Element {
	readonly name: string;
	readonly attribute: string;
	readonly text: string;
	readonly children: readonly Element[];
	readonly form: number;
}

/** Element names that the tables know, with their spaced lists taken apart. */
const namesIn = (table: unknown): string[] =>
	typeof table !== 'object' || table === null
		? []
		: Object.entries(table).flatMap(([key, inner]) => [...key.split(/[\s/]+/), ...namesIn(inner)]);
const xmlName = /^[A-Za-z][\w-]*$/;
const autoyastNames = [...new Set(namesIn(autoyast).filter(name => xmlName.test(name)))];
const windowsNames = [...new Set(namesIn(windows).filter(name => xmlName.test(name)))];

function elements(names: readonly string[], attributes: readonly string[]): fc.Arbitrary<string> {
	const { element } = fc.letrec<{ element: Element }>(tie => ({
		element: fc.record({
			name: fc.constantFrom(...names, ...inherited),
			attribute: fc.constantFrom('', '', ...attributes),
			text: aWord,
			children: fc.oneof(
				{ maxDepth: 4, depthSize: 'xsmall' },
				fc.constant([]),
				fc.array(tie('element'), { maxLength: 4 }),
			),
			form: fc.nat(40),
		}),
	}));
	return mostlyShort(fc.array(element, { maxLength: 2 }), fc.array(element, { maxLength: 5 })).map(all =>
		all.map(written).join(''),
	);
}

/** Mostly a well-formed element; rarely one that is not closed, or closed by another name. */
function written({ name, attribute, text, children, form }: Element): string {
	const inner = children.length > 0 ? children.map(written).join('\n') : text;
	const start = attribute === '' ? `<${name}>` : `<${name} ${attribute}>`;
	if (form === 0) return `${start}${inner}`;
	if (form === 1) return `${start}${inner}</${name}x>`;
	if (form === 2) return `<${name}/>`;
	if (form === 3) return `${start}<![CDATA[${inner}]]></${name}>`;
	if (form === 4) return `${start}<!-- ${inner} --></${name}>`;
	return `${start}${inner}</${name}>`;
}

const profile = elements(autoyastNames, [
	'config:type="list"',
	't="map"',
	'config:type="boolean"',
	't="symbol"',
	'x',
]).map(
	inner =>
		`<?xml version="1.0"?>\n<!DOCTYPE profile>\n<profile xmlns="http://www.suse.com/1.0/yast2ns" xmlns:config="http://www.suse.com/1.0/configns">\n${inner}\n</profile>\n`,
);

const aPass = fc.constantFrom('windowsPE', 'specialize', 'oobeSystem', 'generalize', 'windowspe');
const aComponent = fc.tuple(
	fc.constantFrom(...Object.keys(windows.components)),
	elements(windowsNames, ['wcm:action="add"', 'wcm:keyValue="1"', 'wcm:action="modify"', 'y=z']),
);
const answerFile = fc.array(fc.tuple(aPass, fc.array(aComponent, { maxLength: 3 })), { maxLength: 3 }).map(passes => {
	const settings = passes.map(([pass, components]) => {
		const inner = components.map(
			([name, content]) =>
				`<component name="${name}" processorArchitecture="amd64" publicKeyToken="31bf3856ad364e35" language="neutral" versionScope="nonSxS">${content}</component>`,
		);
		return `<settings pass="${pass}">${inner.join('\n')}</settings>`;
	});
	return `<?xml version="1.0" encoding="utf-8"?>\n<unattend xmlns="urn:schemas-microsoft-com:unattend" xmlns:wcm="http://schemas.microsoft.com/WMIConfig/2002/State">\n${settings.join('\n')}\n</unattend>\n`;
});
