import { FileSystemError, Uri, ViewColumn, window, workspace } from 'vscode';
import { t } from '../server/texts/texts';

interface Example {
	/** Folder below `examples`. */
	readonly name: string;
	readonly unattend: string;
	readonly label: string;
}

/** What a caller other than a person has decided already. */
export interface ExampleAnswers {
	/** Name of the folder below `examples`. */
	readonly example?: string;
}

const examples = (): readonly Example[] => [
	{ name: 'rhel9-with-a-mistake', unattend: 'ks.cfg', label: t('Red Hat Enterprise Linux 9, with a mistake to find') },
	{ name: 'rhel9', unattend: 'ks.cfg', label: t('Red Hat Enterprise Linux 9') },
	{ name: 'sles15', unattend: 'autoinst.xml', label: t('SUSE Linux Enterprise Server 15') },
	{ name: 'esxi8', unattend: 'host.esxi.cfg', label: t('VMware ESXi 8') },
	{ name: 'windows2022', unattend: 'unattend.xml', label: t('Windows Server 2022') },
];

/** Where the examples come from, and where they go. */
export interface ExampleFolders {
	readonly extension: Uri;
	/** The extension's own folder for what it writes. */
	readonly storage: Uri;
}

/** Opens a pair of files that work together, a copy that the person may change. An earlier copy is taken up again. */
export async function openExample({ extension, storage }: ExampleFolders, answers: ExampleAnswers): Promise<void> {
	const all = examples();
	const chosen = all.find(({ name }) => name === answers.example) ?? (await pick(all));
	if (chosen === undefined) return;
	const folder = Uri.joinPath(storage, 'examples', chosen.name);
	const files = ['xclarity.json', 'site.xclarity.json', chosen.unattend];
	const from = Uri.joinPath(extension, 'examples', chosen.name);
	for (const name of files) await copyOnce(Uri.joinPath(from, name), Uri.joinPath(folder, name));
	const show = (name: string, viewColumn: ViewColumn) =>
		window.showTextDocument(Uri.joinPath(folder, name), { viewColumn, preview: false });
	await show('site.xclarity.json', ViewColumn.One);
	await show(chosen.unattend, ViewColumn.Beside);
}

async function pick(all: readonly Example[]): Promise<Example | undefined> {
	const picked = await window.showQuickPick(
		all.map(example => ({ label: example.label, example })),
		{ title: t('Open the example'), placeHolder: t('Two linked files to look at and to change') },
	);
	return picked?.example;
}

/** Reads and writes, since a browser has the extension at an address that can be read and not listed. */
async function copyOnce(from: Uri, to: Uri): Promise<void> {
	try {
		await workspace.fs.stat(to);
	} catch (error) {
		if (!(error instanceof FileSystemError && error.code === 'FileNotFound')) throw error;
		await workspace.fs.writeFile(to, await workspace.fs.readFile(from));
	}
}
