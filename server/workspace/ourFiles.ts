import type { TextDocument } from 'vscode-languageserver-textdocument';
import { imageTypeOf, uploadedEndings } from '../language/languageService';
import { oncePerVersion } from '../language/oncePerVersion';
import { recognise } from '../language/recognise';
import { fileName } from './fileUri';
import type { Workspace } from './workspace';

/** A file of ours, as far as it is known without a check. */
export interface OurFile {
	readonly uri: string;
	/** As what the appliance takes it; `undefined` for manifests, values files and scripts. */
	readonly imageType: 'CONFIG' | 'UNATTEND' | undefined;
}

/** Contents are looked at in a repository of unattend files, not in a home folder. */
const mostOpened = 500;

/** The files of ours below these folders; see `Workspace.ourFiles`. */
export async function ourFilesBelow(
	roots: readonly string[],
	workspace: Pick<Workspace, 'filesBelow' | 'linkOf' | 'document'>,
): Promise<readonly OurFile[]> {
	const found = new Map<string, OurFile>();
	let opened = 0;
	for (const root of roots) {
		for (const uri of await workspace.filesBelow(root)) {
			const path = fileName(uri);
			const known = recognise({ path, text: '' });
			const linked = await workspace.linkOf(uri);
			if (known !== undefined || linked !== undefined) {
				const isPlain = known === undefined || imageTypeOf(known) !== undefined;
				found.set(uri, { uri, imageType: linked && isPlain ? linkedTypes[linked.role] : known && imageTypeOf(known) });
			} else if (mayBeOurs(path) && opened++ < mostOpened) {
				const document = await workspace.document(uri);
				const kind = document && byContent(document);
				if (kind) found.set(uri, { uri, imageType: imageTypeOf(kind) });
			}
		}
	}
	return [...found.values()];
}

const byContent = oncePerVersion((document: TextDocument) =>
	recognise({ path: fileName(document.uri), text: document.getText() }),
);

const linkedTypes = { config: 'CONFIG', unattend: 'UNATTEND', script: undefined } as const;

const mayBeOurs = (path: string): boolean => uploadedEndings.some(ending => path.toLowerCase().endsWith(ending));
