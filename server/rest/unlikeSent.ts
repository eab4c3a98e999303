import { readFile } from 'node:fs/promises';
import { t } from '../texts/texts';
import { isImportName } from './importNamesakes';
import { type ImportOrder, largestRead } from './importOrder';
import type { Shown } from './sync/shownFacts';
import { bytesIn, isSameDescription, isSameText, shownSizes } from './sync/uploadFile';
import type { ImageType } from './wire';

/** What these are listed as is known; of other types the job is all that there is to see. */
export const listedTypes: readonly ImageType[] = ['UNATTEND', 'CONFIG', 'SCRIPT', 'SOFTWARE'];

/** An imported file as the list shows it. */
interface Listed {
	readonly host: string;
	readonly id: string;
	readonly shown: Shown;
}

/** A sentence about what the list shows of an imported file, where that is not what was sent; '' for nothing. */
export async function unlikeSent({ source, facts }: ImportOrder, { host, id, shown }: Listed): Promise<string> {
	const { name, content, description, size } = shown;
	if (listedTypes.includes(facts.imageType) && typeof name === 'string' && !isImportName(name, facts.name))
		return t('{host} lists {sent} as {name}: somebody has renamed it, or the appliance changes names itself ({id}).', {
			host,
			sent: facts.name,
			name,
			id,
		});
	const another = t(
		'{host} shows another content or description for {sent} than what was sent: somebody has changed it ({id}).',
		{ host, sent: facts.name, id },
	);
	if (typeof description === 'string' && !isSameDescription(description, facts.description)) return another;
	if (!('file' in source) || source.size > largestRead) return '';
	const bytes = await readFile(source.file);
	const told = bytesIn(size);
	if (told !== undefined && !shownSizes(bytes).includes(told)) return another;
	return typeof content !== 'string' || isSameText(content, bytes.toString('utf8')) ? '' : another;
}
