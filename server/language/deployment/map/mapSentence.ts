import type { DeploymentMap, MappedUnattend } from './deploymentMap';

/** Every unattend file and script of a map, the linked ones first. */
export const unattendsOf = ({ configs, unlinked }: DeploymentMap): readonly MappedUnattend[] => [
	...configs.flatMap(({ unattends }) => unattends),
	...unlinked,
];

/** What a map shows, in a sentence or two. */
export function mapSentence(map: DeploymentMap): string {
	const { configs, unlinked } = map;
	const all = unattendsOf(map);
	const settings = configs.flatMap(config => config.settings);
	const unused = settings.filter(({ isUnused }) => isUnused).length;
	const missing = all.reduce((count, { missing: macros }) => count + macros.length, 0);
	const fed = `${counted(configs.length, 'configuration-settings file')} ${configs.length === 1 ? 'feeds' : 'feed'} ${counted(all.length - unlinked.length, 'unattend file')}.`;
	const rest = [
		...(unlinked.length > 0 ? [`${counted(unlinked.length, 'file')} without one`] : []),
		...(unused > 0 ? [`${counted(unused, 'unused setting')}`] : []),
		...(missing > 0 ? [`${counted(missing, 'macro')} without a value`] : []),
	];
	return rest.length === 0 ? fed : `${fed} ${sentence(rest)}`;
}

export const counted = (count: number, noun: string): string => `${count} ${noun}${count === 1 ? '' : 's'}`;

const sentence = (parts: readonly string[]): string => {
	const last = parts.at(-1) ?? '';
	return `${parts.length === 1 ? last : `${parts.slice(0, -1).join(', ')} and ${last}`}.`;
};
