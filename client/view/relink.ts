import type { OsImages, StoredFile } from '../../server/rest/osImages';
import type { XClarityClient } from '../../server/rest/xclarityClient';
import { XClarityError } from '../../server/rest/xclarityError';

/** Two files on the server that shall be linked with each other; `config` is `undefined` to leave the file without. */
export interface LinkOrder {
	readonly unattend: string;
	readonly config: string | undefined;
	/** The text of a file, when it is known for certain: some appliances want it with each change. */
	readonly textOf: (file: StoredFile) => string | undefined;
}

const find = (client: XClarityClient, files: readonly StoredFile[], id: string): StoredFile => {
	const file = files.find(entry => entry.id === id);
	if (file) return file;
	throw new XClarityError(`${client.host} does not list ${id} any more.`, { kind: 'unexpected' });
};

/** True when the configuration file names an unattend file that names it: it has room for one only. */
const isUsed = (config: StoredFile, { unattends }: OsImages): boolean =>
	unattends.some(({ id, associatedFileId }) => id === config.associatedFileId && associatedFileId === config.id);

function change(
	client: XClarityClient,
	order: LinkOrder,
	file: StoredFile,
	to: { readonly type: 'CONFIG' | 'UNATTEND'; readonly id: string },
) {
	const content = order.textOf(file);
	return client.relink(file.id, {
		imageType: to.type,
		associatedFileId: to.id,
		...(content === undefined ? {} : { content }),
		...(file.description === undefined ? {} : { description: file.description }),
	});
}

/**
 * Links an unattend file with a configuration file, from both sides, and reads back whether the appliance shows it so.
 * A configuration file that another unattend file uses keeps naming that one.
 * @throws {XClarityError} `unexpected` when it does not.
 */
export async function relink(client: XClarityClient, order: LinkOrder): Promise<void> {
	const unattend = find(client, (await client.osImages()).unattends, order.unattend);
	await change(client, order, unattend, { type: 'UNATTEND', id: order.config ?? '' });
	let images = await client.osImages();
	if (order.config !== undefined) {
		const config = find(client, images.configs, order.config);
		if (config.associatedFileId !== order.unattend && !isUsed(config, images)) {
			await change(client, order, config, { type: 'CONFIG', id: order.unattend });
			images = await client.osImages();
		}
	}
	const now = find(client, images.unattends, order.unattend);
	if (!now.showsAssociation || now.associatedFileId === order.config) return;
	const other = now.associatedFileId ?? 'nothing';
	throw new XClarityError(
		`${client.host} shows ${now.id} as linked with ${other} instead of ${order.config ?? 'nothing'}.`,
		{
			kind: 'unexpected',
		},
	);
}
