import { createHash } from 'node:crypto';
import { commands, type Disposable, EventEmitter, Uri, window, workspace } from 'vscode';
import { english, t, translate } from '../../server/texts/texts';
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
	open(server: Server, file: StoredText, focus: { readonly preserveFocus: boolean }): Promise<Uri>;
	/** Shows the difference to a local file; `undefined` when there is nothing to compare with, which is said. */
	compare(server: Server, file: StoredText, local: Uri): Promise<Uri | undefined>;
}

export const storedScheme = 'xclarity-server';

type Variant = 'on the server' | 'last uploaded' | 'facts';

const comparisonTitle = (name: string, server: Server, variant: Variant): string =>
	variant === 'on the server'
		? t('{name}: on {server} ↔ local', { name, server: server.name })
		: t('{name}: as last uploaded ↔ local', { name });

const silence = {
	openLast: english(
		'{server} does not give out the text of {name}. This is the text that was last uploaded from here.',
	),
	openFacts: english('{server} does not give out the text of {name}. This is what it lists about the file.'),
	compareLast: english(
		'{server} does not give out the text of {name}. On the left is what was last uploaded from here; what others changed since does not show.',
	),
	compareNone: english(
		'{server} does not give out the text of {name}, and it was not uploaded from here: there is nothing to compare with.',
	),
};

/** Tells that a server keeps the text of a file to itself, and what is shown instead. */
function tellSilence(server: Server, file: StoredText, instead: keyof typeof silence): void {
	void window.showInformationMessage(translate(silence[instead], { server: server.name, name: shownName(file.name) }));
}

export function createStoredDocuments(records: UploadRecords): StoredDocuments {
	const texts = new Map<string, string>();
	const changed = new EventEmitter<Uri>();
	const provider = workspace.registerTextDocumentContentProvider(storedScheme, {
		onDidChange: changed.event,
		provideTextDocumentContent: uri =>
			texts.get(uri.toString()) ??
			`${t('This was read in an earlier session. Open it again from the XClarity view in the Explorer.')}\n`,
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

	return {
		async open(server, file, { preserveFocus }) {
			const found = readable(server, file);
			const uri = found?.uri ?? put(server, file, 'facts', `${JSON.stringify(file.raw, undefined, '\t')}\n`);
			await window.showTextDocument(uri, { preview: true, preserveFocus });
			if (found === undefined) tellSilence(server, file, 'openFacts');
			else if (found.variant === 'last uploaded') tellSilence(server, file, 'openLast');
			return uri;
		},
		async compare(server, file, local) {
			const found = readable(server, file);
			if (found === undefined) {
				tellSilence(server, file, 'compareNone');
				return undefined;
			}
			const name = shownName(file.name);
			await commands.executeCommand('vscode.diff', found.uri, local, comparisonTitle(name, server, found.variant));
			if (found.variant === 'last uploaded') tellSilence(server, file, 'compareLast');
			return found.uri;
		},
		dispose: () => {
			provider.dispose();
			changed.dispose();
		},
	};
}
