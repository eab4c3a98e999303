import type { CheckedFile, FilesToUploadResult } from '../../server/lsp/protocol';

/** The files of one upload: one of them, or a linked pair. */
export interface Selection {
	readonly config?: CheckedFile | undefined;
	readonly unattend?: CheckedFile | undefined;
}

/** A configuration-settings file and an unattend file that uses it. */
export interface Pair extends Selection {
	readonly config: CheckedFile;
	readonly unattend: CheckedFile;
}

const isConfig = (file: CheckedFile): boolean => file.imageType === 'CONFIG';

/** Every linked pair that the plan allows; empty when the file has no partner. */
export function linkedPairs({ file, config, unattends }: FilesToUploadResult): readonly Pair[] {
	if (file === undefined) return [];
	if (isConfig(file)) return unattends.map(unattend => ({ config: file, unattend }));
	return config === undefined ? [] : [{ config, unattend: file }];
}

/** The file alone; `undefined` when the appliance does not take it as an unattend or configuration file. */
export function alone({ file }: FilesToUploadResult): Selection | undefined {
	if (file?.imageType === undefined) return undefined;
	return isConfig(file) ? { config: file } : { unattend: file };
}

export const filesOf = ({ config, unattend }: Selection): readonly CheckedFile[] =>
	[config, unattend].filter(file => file !== undefined);
