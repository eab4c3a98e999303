import type { MacroNode, MacroTable, SettingFacts } from '../../../../server/language/macros/macroTable';

/** A setting whose facts matter no further than `facts` says; it stands on line `line`. */
export function node(
	name: string,
	line: number,
	facts: Partial<SettingFacts> = {},
	rest: Partial<MacroNode> = {},
): MacroNode {
	const place = { start: { line, character: 9 }, end: { line, character: 9 + name.length } };
	const setting: SettingFacts = {
		name,
		type: 'string',
		category: 'dynamic',
		common: undefined,
		optional: undefined,
		label: undefined,
		description: undefined,
		choices: undefined,
		value: undefined,
		regex: undefined,
		path: [],
		nameRange: place,
		range: place,
		...facts,
	};
	return { name, setting, children: [], ...rest };
}

/** What the vendor's example declares, with short texts of our own. */
export const vendorTable: MacroTable = {
	uri: 'file:///site/site.xclarity.json',
	rootName: 'myCustomDeploy',
	nodes: [
		node(
			'server-settings',
			5,
			{ type: 'assoc_array', common: false },
			{
				children: [
					node(
						'server',
						7,
						{ type: 'assoc_array', common: false },
						{
							instances: { min: 0, max: undefined, autoCreated: true },
							children: [
								node('locale', 9, {
									common: false,
									optional: false,
									label: 'OS locale',
									description: 'Language of the installed system.',
									choices: ['en_US', 'ja_JP', 'pt_BR'],
									value: 'en_US',
								}),
								node('keyboardLocale', 11, { common: false, choices: ['english-us', 'japanese'], value: 'english-us' }),
							],
						},
					),
				],
			},
		),
		node(
			'common-ntpservers',
			15,
			{ type: 'array', common: true, optional: true },
			{
				children: [
					node(
						'ntpserver',
						17,
						{ common: true, label: 'NTP server', regex: '[\\w\\.]{1,64}$' },
						{ instances: { min: 0, max: 3, autoCreated: true } },
					),
				],
			},
		),
		node('logpath', 20, { category: 'static', common: true, value: '/var/log/post.log' }),
	],
};
