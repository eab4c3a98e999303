import type { OsImages, StoredFile } from '../../server/rest/osImages';

/** What is odd about a stored file, for a person to repair by deleting or linking; '' for nothing. */
export function findingOf(file: StoredFile, { configs, unattends }: OsImages): string {
	const [same, others] = configs.includes(file) ? [configs, unattends] : [unattends, configs];
	const twins = same.filter(({ name }) => name === file.name).length;
	return [twins > 1 ? `${twins} files have this name` : '', linkFinding(file, others, configs.includes(file))]
		.filter(part => part !== '')
		.join(', ');
}

function linkFinding(
	{ id, associatedFileId: named }: StoredFile,
	others: readonly StoredFile[],
	isConfig: boolean,
): string {
	if (named === undefined) return '';
	const partner = others.find(other => other.id === named);
	if (!partner) return 'linked file is gone';
	const back = partner.associatedFileId;
	if (back === id || !partner.showsAssociation) return '';
	// A configuration file has room for one partner: of several unattend files that name it, it names one.
	if (!isConfig && back !== undefined) return '';
	return 'linked in one direction only';
}
