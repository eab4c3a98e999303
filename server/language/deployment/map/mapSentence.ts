import { inARow, sentences } from '../../../texts/inARow';
import { t } from '../../../texts/texts';
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
	const rest = [
		...(unlinked.length > 0 ? [withoutOne(unlinked.length)] : []),
		...(unused > 0 ? [unused === 1 ? t('1 unused setting') : t('{count} unused settings', { count: unused })] : []),
		...(missing > 0
			? [missing === 1 ? t('1 macro without a value') : t('{count} macros without a value', { count: missing })]
			: []),
	];
	return sentences(
		fedSentence(configs.length, all.length - unlinked.length),
		rest.length === 0 ? '' : t('{things}.', { things: inARow(rest) }),
	);
}

function fedSentence(configs: number, unattends: number): string {
	const facts = { configs, unattends };
	if (configs === 1)
		return unattends === 1
			? t('1 configuration-settings file feeds 1 unattend file.')
			: t('1 configuration-settings file feeds {unattends} unattend files.', facts);
	return unattends === 1
		? t('{configs} configuration-settings files feed 1 unattend file.', facts)
		: t('{configs} configuration-settings files feed {unattends} unattend files.', facts);
}

const withoutOne = (count: number): string =>
	count === 1 ? t('1 file without one') : t('{count} files without one', { count });
