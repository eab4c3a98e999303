import type { TextDocument } from 'vscode-languageserver-textdocument';
import { makePair, type Pair } from '../language/deployment/pair/makePair';
import type { GroupNames, ProposedSetting } from '../language/deployment/pair/proposedSetting';
import { type SecretLeft, secretsLeft } from '../language/deployment/pair/secretsLeft';
import type { FileEncoding } from '../language/fileEncoding';
import { pairProposal } from '../language/languageService';
import { configUriBeside } from '../language/refactor/newConfigFile';
import { changedText } from '../language/textChange';
import { t } from '../texts/texts';
import { fileName } from './fileUri';
import { linkEdit } from './linkEdit';
import type { Preferences, Workspace } from './workspace';

/** An unattend file and what it could become, or, as a sentence, why it is not turned into a pair. */
export type PairPlan = PlannedPair | { readonly refusal: string };

export interface PlannedPair {
	readonly document: TextDocument;
	readonly settings: readonly ProposedSetting[];
	readonly groups: GroupNames;
	/** URI of the new configuration-settings file; nothing is there yet. */
	readonly config: string;
}

/** All that makes a pair. */
export interface PairFiles extends Pair {
	/** The manifest with the link. */
	readonly manifest: { readonly uri: string; readonly text: string };
	readonly secretsLeft: readonly SecretLeft[];
}

/** In these, macros can stand wherever they belong. */
const keptEncodings: ReadonlySet<FileEncoding> = new Set<FileEncoding>(['UTF-8', 'UTF-8 with a byte order mark']);

/** Looks at an unattend file and at what lies beside it. */
export async function planPair(workspace: Workspace, uri: string, preferences: Preferences): Promise<PairPlan> {
	const name = fileName(uri);
	const document = await workspace.document(uri);
	const kind = document && (await workspace.kindOf(document));
	const context = kind && (await workspace.contextOf(document, kind, preferences));
	const proposal = context && pairProposal(kind, document, context);
	if (!proposal) return { refusal: t('{name} is no unattend file.', { name }) };
	if (context.encoding !== undefined && !keptEncodings.has(context.encoding))
		return { refusal: t('{name} is not written in UTF-8. Save it as UTF-8 first.', { name }) };
	if ('refusal' in proposal) return proposal;
	const config = configUriBeside(uri);
	if (await workspace.document(config))
		return { refusal: t('There is a {config} already. Link it instead.', { config: fileName(config) }) };
	return { document, config, ...proposal };
}

/**
 * What a plan comes to with the chosen settings.
 * @throws {RangeError} with a sentence for the person when the manifest cannot be edited.
 */
export async function pairFiles(
	workspace: Workspace,
	{ document, settings, groups, config }: PlannedPair,
	names: readonly string[],
): Promise<PairFiles> {
	const wanted = new Set(names);
	const chosen = settings.filter(({ name }) => wanted.has(name));
	const { manifest: uri, text } = await linkEdit(workspace, { unattend: document.uri, config });
	const pair = makePair(document, chosen, groups);
	const left = secretsLeft(changedText(document.getText(), pair.changes), chosen);
	return { ...pair, manifest: { uri, text }, secretsLeft: left };
}
