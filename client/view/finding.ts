import type { OsImages, StoredFile } from '../../server/rest/osImages';
import { t } from '../../server/texts/texts';

/**
 * What is odd about a stored file, for a person to repair. `twins`: others of its kind have its name; `one-way`: its
 * partner does not name it back; `gone`: its partner is not there.
 */
export type Finding =
	| { readonly kind: 'twins'; readonly text: string; readonly others: readonly string[] }
	| OneWay
	| { readonly kind: 'gone'; readonly text: string };

/** `partner` and `instead`, which the partner names in its place, are ids. */
export interface OneWay {
	readonly kind: 'one-way';
	readonly text: string;
	readonly partner: string;
	readonly instead: string | undefined;
}

export function findingsOf(file: StoredFile, { configs, unattends }: OsImages): readonly Finding[] {
	const isConfig = configs.includes(file);
	const [same, partners] = isConfig ? [configs, unattends] : [unattends, configs];
	const others = same.filter(other => other !== file && other.name === file.name).map(({ id }) => id);
	const link = linkFinding(file, partners, isConfig);
	return [
		...(others.length > 0
			? [{ kind: 'twins', text: t('{count} files have this name', { count: others.length + 1 }), others } as const]
			: []),
		...(link ? [link] : []),
	];
}

function linkFinding(
	{ id, partners }: StoredFile,
	others: readonly StoredFile[],
	isConfig: boolean,
): Finding | undefined {
	const named = partners.map(partner => others.find(other => other.id === partner));
	if (named.includes(undefined)) return { kind: 'gone', text: t('linked file is gone') };
	const partner = named.find(
		other =>
			other?.showsAssociation &&
			!other.partners.includes(id) &&
			// A configuration file may have room for one partner: of several unattend files that name it, it names one.
			(isConfig || other.partners.length === 0),
	);
	if (!partner) return undefined;
	return {
		kind: 'one-way',
		text: t('linked in one direction only'),
		partner: partner.id,
		instead: partner.partners[0],
	};
}
