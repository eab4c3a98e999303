/** The configuration-settings file and the manifest around one unattend file, grown from what that file asks for. */
import type { Sample } from '../fault';
import type { Random } from '../random';
import { formatJson, type Json, randomStyle } from './jsonStyle';

/** Something that differs from site to site, and what an operator may answer. */
export interface Slot {
	readonly name: string;
	readonly choices?: readonly string[];
	readonly regex?: string;
	readonly value?: string;
}

export interface Target {
	readonly os: string;
	readonly osrelease: string;
	readonly unattend: string;
}

type Reach = 'server' | 'common' | 'group' | 'static';

export class Site {
	readonly random: Random;
	readonly #share: number;
	readonly #declared = new Map<string, { slot: Slot; reach: Reach }>();

	/** @param share how many of the slots become macros, 0 to 1 */
	constructor(random: Random, share: number) {
		this.random = random;
		this.#share = share;
	}

	get usesMacros(): boolean {
		return this.#share > 0;
	}

	/** The literal, or the macro of a setting that the configuration-settings file will then declare. */
	fill(slot: Slot, literal: string): string {
		return this.random.chance(this.#share) ? this.macro(slot) : literal;
	}

	macro(slot: Slot): string {
		const reaches: readonly Reach[] =
			slot.value === undefined ? ['server', 'common', 'group'] : ['server', 'common', 'group', 'static'];
		const { reach } = this.#declared.get(slot.name) ?? { reach: this.random.pick(reaches) };
		this.#declared.set(slot.name, { slot, reach });
		if (reach === 'server') return `#server-settings.server0.${slot.name}#`;
		return reach === 'group' ? `#site.${slot.name}#` : `#${slot.name}#`;
	}

	/** A predefined macro, or the literal in a site without macros. */
	predefined(path: string, literal: string): string {
		return this.random.chance(this.#share) ? `#predefined.${path}#` : literal;
	}

	/** The two hook macros as lines; the vendor recommends them in every file that the appliance deploys. */
	hooks(): string[] {
		return ['preinstallConfig', 'postinstallConfig'].map(name => `#predefined.unattendSettings.${name}#`);
	}

	sample({ os, osrelease, unattend }: Target, text: string): Sample {
		const config = formatJson(this.#config(), randomStyle(this.random));
		const manifest = { links: [{ unattend, config: 'site.xclarity.json', os, osrelease }] };
		const files = new Map([
			[unattend, text.startsWith('<?xml') && this.random.chance(0.15) ? text.replace(/\r?\n/g, '\r\n') : text],
			['site.xclarity.json', config],
			['xclarity.json', `${JSON.stringify(manifest, undefined, '\t')}\n`],
		]);
		return { main: unattend, files };
	}

	#config(): Json {
		const of = (reach: Reach): Json[] =>
			[...this.#declared.values()].filter(one => one.reach === reach).map(({ slot }) => this.#setting(slot, reach));
		const content: Json[] = [...of('common'), ...of('static')];
		const serverLeaves = of('server');
		const groupLeaves = of('group');
		const group = { category: 'dynamic', type: 'assoc_array', optional: false };
		if (serverLeaves.length > 0) {
			const server = { ...group, common: false, name: 'server', autoCreateInstance: true, content: serverLeaves };
			content.push({ ...group, common: false, name: 'server-settings', label: 'Servers', template: [server] });
		}
		if (groupLeaves.length > 0)
			content.push({ ...group, common: true, name: 'site', label: 'Site', content: groupLeaves });
		if (content.length === 0) content.push(this.#setting({ name: 'notes' }, 'common'));
		return { ...group, name: 'siteDeploy', label: 'Site deployment', description: 'What differs.', content };
	}

	#setting({ name, choices, regex, value }: Slot, reach: Reach): Json {
		const setting: Record<string, Json> = {
			category: reach === 'static' ? 'static' : 'dynamic',
			common: reach !== 'server',
			name,
			label: name,
			description: `The ${name} of the installed system.`,
			type: 'string',
			optional: false,
		};
		if (reach === 'static') return { ...setting, value: value ?? '' };
		if (choices) setting.choices = choices;
		if (regex !== undefined) setting.regex = regex;
		if (value !== undefined && this.random.chance(0.7)) setting.value = value;
		return setting;
	}
}
