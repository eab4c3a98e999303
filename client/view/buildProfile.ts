import { type QuickPickItem, QuickPickItemKind, window } from 'vscode';
import type { BuiltProfile } from '../../server/rest/buildProfile';
import { type ImageProfile, type NewProfile, readImageProfiles } from '../../server/rest/imageProfiles';
import { t } from '../../server/texts/texts';
import { cancellable } from '../cancellable';
import type { Log } from '../log';
import { onServer } from '../servers/connection';
import type { Credentials } from '../servers/credentials';
import type { Server } from '../servers/server';
import { confirmsTarget } from '../upload/checkGate';
import type { ApplianceView } from './applianceView';
import type { ContentFile, ServerContents } from './contents';
import { builtMessage, fileLines, notABase, proposedName } from './profileLabels';
import { shownName } from './shownName';
import type { ViewNode } from './viewNode';

export interface BuildParts {
	readonly view: ApplianceView;
	readonly credentials: Credentials;
	readonly log: Log;
}

/** A line that a profile can be built from. */
export type BaseNode = Extract<ViewNode, { kind: 'image' | 'profile' }>;

/**
 * Makes a custom profile of a predefined one, with files that the person chooses from those on the server, and shows it
 * in the view. Does nothing when a question is left open.
 * @throws {XClarityError}
 */
export async function buildProfile(parts: BuildParts, node: BaseNode): Promise<void> {
	const { server } = node;
	const known = await parts.view.loader.load(server);
	if (known.state !== 'loaded') return;
	const all = readImageProfiles(known.images);
	const base = await askForBase(node, all);
	const files = base && (await askForFiles(known.contents, base));
	if (base === undefined || files === undefined) return;
	const name = await askForName(base, all);
	if (!name || !(await confirmsTarget(server, 'buildProfile'))) return;
	const ids = (type: ContentFile['type']) => files.filter(file => file.type === type).map(({ id }) => id);
	const wanted = { name, configFileIds: ids('CONFIG'), unattendFileIds: ids('UNATTEND') };
	try {
		await show(parts, server, await build(parts, server, { base, wanted }));
	} catch (error) {
		// A failure may come after the effect.
		parts.view.refresh(server);
		throw error;
	}
}

/** The profile of the line, or the one that the person picks from those of the image. */
async function askForBase(node: BaseNode, all: readonly ImageProfile[]): Promise<ImageProfile | undefined> {
	const ofImage = all.filter(({ image }) => image.id === node.image.id);
	const own = node.kind === 'profile' ? ofImage.filter(({ id }) => id === node.profile.id) : ofImage;
	const bases = own.filter(profile => notABase(profile) === undefined);
	if (bases.length === 0) {
		const reason =
			own.map(notABase).find(text => text !== undefined) ?? t('{image} has no profile.', { image: node.image.name });
		void window.showWarningMessage(reason);
	}
	if (bases.length < 2) return bases[0];
	const items = bases.map(base => ({
		label: shownName(base.name),
		description: shownName(base.description ?? ''),
		base,
	}));
	const title = t('Profile of {image} to start from', { image: node.image.name });
	return (await window.showQuickPick(items, { title, ignoreFocusOut: true }))?.base;
}

interface FileItem extends QuickPickItem {
	readonly file?: ContentFile;
}

async function askForFiles(contents: ServerContents, base: ImageProfile): Promise<readonly ContentFile[] | undefined> {
	const lines = fileLines(contents);
	if (lines.length === 0) {
		void window.showWarningMessage(
			t('There is no unattend file and no configuration file on this server. Upload one first.'),
		);
		return undefined;
	}
	const items = lines.map(
		(line): FileItem => (line.file === undefined ? { ...line, kind: QuickPickItemKind.Separator } : line),
	);
	const picked = await window.showQuickPick(items, {
		title: t('Files for a custom profile of {base}', { base: shownName(base.name) }),
		placeHolder: t('Choose unattend files and configuration files'),
		canPickMany: true,
		ignoreFocusOut: true,
	});
	const files = picked?.map(({ file }) => file).filter(file => file !== undefined) ?? [];
	return files.length > 0 ? files : undefined;
}

const askForName = async (base: ImageProfile, all: readonly ImageProfile[]): Promise<string | undefined> =>
	(
		await window.showInputBox({
			title: t('Name of the custom profile'),
			value: proposedName(base, all),
			ignoreFocusOut: true,
			validateInput: text =>
				all.some(({ name }) => name === text.trim()) ? t('There is already a profile with this name.') : undefined,
		})
	)?.trim();

interface BuildOrder {
	readonly base: ImageProfile;
	readonly wanted: NewProfile & { readonly name: string };
}

function build({ credentials, log }: BuildParts, server: Server, { base, wanted }: BuildOrder): Thenable<BuiltProfile> {
	const title = t('Building the profile {wanted} on {server}', { wanted: wanted.name, server: server.name });
	log.info(title);
	return cancellable(title, (signal, show) =>
		onServer(server, { credentials, log, signal }, async client => {
			const { buildAndFind } = await import('../../server/rest/buildProfile');
			let done = 0;
			return buildAndFind(client, base, {
				wanted,
				onProgress: ({ percent = done }) => {
					done = Math.max(done, percent);
					show(`${Math.floor(percent)} %`, percent);
				},
				onRemains: sentence => {
					log.error(sentence);
					void window.showWarningMessage(sentence);
				},
			});
		}),
	);
}

/** Tells what was built, reads the server anew and goes to the new profile. */
async function show({ view, log }: BuildParts, server: Server, built: BuiltProfile): Promise<void> {
	const message = builtMessage(built, server.name);
	log.info(message);
	if (built.missing.length > 0) void window.showWarningMessage(message);
	else void window.showInformationMessage(message);
	const now = await view.loader.reload(server);
	if (now.state !== 'loaded') return;
	const image = now.contents.images.find(({ id }) => id === built.profile.image.id);
	const profile = image?.profiles.find(({ id }) => id === built.profile.id);
	if (image && profile) await view.reveal({ kind: 'profile', server, image, profile });
}
