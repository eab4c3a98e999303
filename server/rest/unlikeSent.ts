import { readFile } from 'node:fs/promises';
import { isImportName } from './importNamesakes';
import { type ImportOrder, largestRead } from './importOrder';
import type { Shown } from './sync/shownFacts';
import { bytesIn, isSameDescription, isSameText, shownSizes } from './sync/uploadFile';
import type { ImageType } from './wire';

/** What these are listed as is known; of other types the job is all that there is to see. */
export const listedTypes: readonly ImageType[] = ['UNATTEND', 'CONFIG', 'SCRIPT', 'SOFTWARE'];

/** A half sentence about what the list shows of an imported file, where that is not what was sent; '' for nothing. */
export async function unlikeSent({ source, facts }: ImportOrder, shown: Shown = {}): Promise<string> {
	const { name, content, description, size } = shown;
	if (listedTypes.includes(facts.imageType) && typeof name === 'string' && !isImportName(name, facts.name))
		return `lists ${facts.name} as ${name}: somebody has renamed it, or the appliance changes names itself`;
	const another = `shows another content or description for ${facts.name} than what was sent: somebody has changed it`;
	if (typeof description === 'string' && !isSameDescription(description, facts.description)) return another;
	if (!('file' in source) || source.size > largestRead) return '';
	const bytes = await readFile(source.file);
	const told = bytesIn(size);
	if (told !== undefined && !shownSizes(bytes).includes(told)) return another;
	return typeof content !== 'string' || isSameText(content, bytes.toString('utf8')) ? '' : another;
}
