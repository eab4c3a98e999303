import type { CheckedFile, FilesToUploadResult } from '../../server/lsp/protocol';
import { t } from '../../server/texts/texts';
import { plainText } from '../plainText';
import { fileName } from './uploadMessages';

/** A file that goes up. */
export interface Chosen {
	readonly file: CheckedFile;
	/** URI of the configuration-settings file that it is linked with, when that one is on its way, too. */
	readonly partner?: string | undefined;
}

const isConfig = (file: CheckedFile): boolean => file.imageType === 'CONFIG';

/** The file that was asked for; `undefined` when the appliance takes it neither as unattend nor as configuration file. */
const takenFile = ({ file }: FilesToUploadResult): CheckedFile | undefined =>
	file?.imageType === undefined ? undefined : file;

/** Each file once, the configuration files first, as they are sent first; links to files that stay here are left out. */
function together(files: readonly CheckedFile[], found: readonly FilesToUploadResult[]): readonly Chosen[] {
	const configOf = new Map<string, string>();
	for (const { file, config, unattends } of found) {
		if (file && config) configOf.set(file.uri, config.uri);
		for (const unattend of file ? unattends : []) configOf.set(unattend.uri, file?.uri ?? '');
	}
	const once = [...new Map(files.map(file => [file.uri, file])).values()];
	const going = new Set(once.map(({ uri }) => uri));
	return once
		.toSorted((a, b) => Number(isConfig(b)) - Number(isConfig(a)))
		.map(file => {
			const partner = configOf.get(file.uri);
			return partner !== undefined && going.has(partner) ? { file, partner } : { file };
		});
}

/** The files that were asked for, and no others. */
export const onlyThese = (found: readonly FilesToUploadResult[]): readonly Chosen[] =>
	together(
		found.map(takenFile).filter(file => file !== undefined),
		found,
	);

/**
 * The files that were asked for, and those that they are linked with: the configuration files of unattend files, and
 * these `unattends` of a configuration file.
 */
export function withLinked(
	found: readonly FilesToUploadResult[],
	unattends: readonly CheckedFile[],
): readonly Chosen[] {
	const configs = found.map(({ config }) => config).filter(config => config?.imageType === 'CONFIG');
	const asked = found.map(takenFile).filter(file => file !== undefined);
	return together([...configs.filter(config => config !== undefined), ...asked, ...unattends], found);
}

export const filesOf = (chosen: readonly Chosen[]): readonly CheckedFile[] => chosen.map(({ file }) => file);

/** Why files cannot go up with what they are linked with: an unattend file whose macros nothing would resolve. */
export function missingPartner(found: readonly FilesToUploadResult[]): string | undefined {
	const unknown = found.find(({ file, unreadable }) => file !== undefined && unreadable !== undefined);
	if (unknown?.file !== undefined && unknown.unreadable !== undefined)
		return t(
			'{manifest} is not JSON, so nobody can tell what {file} is linked with. Correct {manifest}, or upload this file only.',
			{ manifest: fileName(unknown.unreadable), file: fileName(unknown.file.uri) },
		);
	const alone = found.find(({ file, missing }) => file !== undefined && missing !== undefined);
	if (alone?.file === undefined || alone.missing === undefined) return undefined;
	return t(
		'{file} is linked with {config}, which is not there or is no configuration-settings file. Correct xclarity.json, or upload this file only.',
		{ file: fileName(alone.file.uri), config: plainText(alone.missing) },
	);
}
