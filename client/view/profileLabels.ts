import type { BuiltProfile } from '../../server/rest/buildProfile';
import type { ImageProfile } from '../../server/rest/imageProfiles';
import { sentences } from '../../server/texts/inARow';
import { t } from '../../server/texts/texts';
import type { ContentFile, ServerContents } from './contents';
import { shownName } from './shownName';

/** A line of the list from which the files of a custom profile are chosen; without `file` it is a heading. */
export interface FileLine {
	readonly label: string;
	readonly description?: string;
	readonly file?: ContentFile;
}

function lineOf(file: ContentFile, { unattends, configs }: ServerContents): FileLine {
	const partners = [...unattends, ...configs].filter(({ id }) => file.partners.includes(id)).map(({ name }) => name);
	const linked = partners.length === 0 ? '' : t('linked with {partners}', { partners: partners.join(', ') });
	return { label: file.name, description: [file.system, linked].filter(part => part !== '').join(' · '), file };
}

/** The unattend files and the configuration files of a server, each kind below its heading. */
export function fileLines(contents: ServerContents): readonly FileLine[] {
	const kind = (label: string, files: readonly ContentFile[]): readonly FileLine[] =>
		files.length === 0 ? [] : [{ label }, ...files.map(file => lineOf(file, contents))];
	return [...kind(t('Unattend files'), contents.unattends), ...kind(t('Configuration files'), contents.configs)];
}

export const isCustom = ({ type }: ImageProfile): boolean => type?.toLowerCase() === 'custom';

/** Why no custom profile can be made of this one; `undefined` when nothing speaks against it. */
export function notABase(profile: ImageProfile): string | undefined {
	if (isCustom(profile))
		return t('{profile} is a custom profile itself. Choose a predefined one.', { profile: profile.name });
	if (profile.customizable === false)
		return t('The appliance does not let {profile} be customised.', { profile: profile.name });
	return undefined;
}

/** A name that no profile of the image has yet, made from that of the base. */
export function proposedName(base: ImageProfile, all: readonly ImageProfile[]): string {
	const taken = new Set(all.map(({ name }) => name));
	let name = `${base.name}-custom`;
	for (let number = 2; taken.has(name); number++) name = `${base.name}-custom-${number}`;
	return name;
}

/** What a profile is and which files it has, as grey words beside its name. */
export function profileDescription({ description, type, files }: ImageProfile, all: readonly ContentFile[]): string {
	const ids = [...(files.unattend ?? []), ...(files.config ?? [])];
	const names = ids.map(id => all.find(file => file.id === id)?.name ?? id);
	const custom = description !== undefined && type?.toLowerCase() === 'custom' ? [type] : [];
	return [...custom, description ?? type ?? '', names.length === 0 ? '' : t('with {names}', { names })]
		.filter(part => part !== '')
		.join(' · ');
}

/** What has come of a build; what the server shows of its files is told as far as it shows any. */
export function builtMessage({ profile, missing, unseen }: BuiltProfile, serverName: string): string {
	const name = shownName(profile.name);
	if (missing.length > 0) {
		return t('{serverName} has built {name}, but does not show {missing} in it.', {
			serverName,
			name,
			missing: missing.map(shownName).join(', '),
		});
	}
	const silent = unseen.length === 0 ? '' : t('Which files it has, the server does not show.');
	return sentences(t('{serverName} has built the profile {name}.', { serverName, name }), silent);
}
