import { createHash } from 'node:crypto';
import { commands, type Disposable, EventEmitter, Uri, window, workspace } from 'vscode';
import type { Server } from '../servers/server';
import type { UploadRecords } from '../upload/uploadRecords';
import { documentName, shownName } from './shownName';

/** A file on a server, as far as opening and comparing need it. */
export interface StoredText {
	readonly id: string;
	readonly name: string;
	/** The text, where the server gives it. */
	readonly text: string | undefined;
	/** The entry as the server gave it. */
	readonly raw: Readonly<Record<string, unknown>>;
}

/** Read-only documents of what is on servers. They live as long as this window. */
export interface StoredDocuments extends Disposable {
	/** Shows the text; where the server does not give it, the last uploaded one, or the facts in its list, and says so. */
	open(server: Server, file: StoredText): Promise<Uri>;
	/** Shows the difference to a local file; `undefined` when there is nothing to compare with, which is said. */
	compare(server: Server, file: StoredText, local: Uri): Promise<Uri | undefined>;
}

export const storedScheme = 'xclarity-server';

type Variant = 'on the server' | 'last uploaded' | 'facts';

const gone = 'This was read in an earlier session. Open it again from the XClarity view in the Explorer.\n';

export function createStoredDocuments(records: UploadRecords): StoredDocuments {
	const texts = new Map<string, string>();
	const changed = new EventEmitter<Uri>();
	const provider = workspace.registerTextDocumentContentProvider(storedScheme, {
		onDidChange: changed.event,
		provideTextDocumentContent: uri => texts.get(uri.toString()) ?? gone,
	});

	const put = (server: Server, file: StoredText, variant: Variant, text: string): Uri => {
		const place = createHash('sha256').update(`${server.id}\n${file.id}`).digest('hex').slice(0, 8);
		const name = documentName(file.name) + (variant === 'facts' ? '.json' : '');
		const uri = Uri.from({ scheme: storedScheme, path: `/${documentName(server.name)}/${variant}/${place}/${name}` });
		texts.set(uri.toString(), text);
		changed.fire(uri);
		return uri;
	};
	/** The best text there is. */
	const readable = (server: Server, file: StoredText): { readonly uri: Uri; readonly variant: Variant } | undefined => {
		if (file.text !== undefined) {
			return { uri: put(server, file, 'on the server', file.text), variant: 'on the server' };
		}
		const last = records.lastUploaded(server, file.id);
		return last && { uri: put(server, file, 'last uploaded', last.text), variant: 'last uploaded' };
	};
	const say = (message: string): void => void window.showInformationMessage(message);

	return {
		async open(server, file) {
			const found = readable(server, file);
			const uri = found?.uri ?? put(server, file, 'facts', `${JSON.stringify(file.raw, undefined, '\t')}\n`);
			await window.showTextDocument(uri, { preview: true });
			const name = shownName(file.name);
			if (found?.variant === 'last uploaded') {
				say(`${server.name} does not give out the text of ${name}. This is the text that was last uploaded from here.`);
			}
			if (found === undefined) {
				say(`${server.name} does not give out the text of ${name}. This is what it lists about the file.`);
			}
			return uri;
		},
		async compare(server, file, local) {
			const found = readable(server, file);
			const name = shownName(file.name);
			if (found === undefined) {
				say(
					`${server.name} does not give out the text of ${name}, and it was not uploaded from here: there is nothing to compare with.`,
				);
				return undefined;
			}
			const left = found.variant === 'on the server' ? `on ${server.name}` : 'as last uploaded';
			await commands.executeCommand('vscode.diff', found.uri, local, `${name}: ${left} ↔ local`);
			if (found.variant === 'last uploaded') {
				say(
					`${server.name} does not give out the text of ${name}. On the left is what was last uploaded from here; what others changed since does not show.`,
				);
			}
			return found.uri;
		},
		dispose: () => {
			provider.dispose();
			changed.dispose();
		},
	};
}
