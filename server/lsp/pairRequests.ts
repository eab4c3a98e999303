import { textEdit } from '../language/textChange';
import { t } from '../texts/texts';
import { fileName } from '../workspace/fileUri';
import { pairFiles, planPair } from '../workspace/pairPlan';
import type { Workspace } from '../workspace/workspace';
import type { DocumentSettings } from './documentSettings';
import type { MakePairParams, MakePairResult, PairProposalParams, PairProposalResult } from './pairProtocol';

/** The answer to `xclarity/pairProposal`. */
export async function pairProposal(
	workspace: Workspace,
	settings: DocumentSettings,
	{ uri }: PairProposalParams,
): Promise<PairProposalResult> {
	const plan = await planPair(workspace, uri, { severities: (await settings.of(uri)).rules });
	if ('refusal' in plan) return plan;
	const { document, config } = plan;
	return {
		version: document.version,
		config,
		settings: plan.settings.map(({ name, macro, label, isPerServer, isSecret, text, places }) => ({
			name,
			macro,
			label,
			isPerServer,
			isSecret,
			text: isSecret ? undefined : text,
			lines: places.map(({ start }) => document.positionAt(start).line),
		})),
	};
}

/** The answer to `xclarity/makePair`. */
export async function madePair(
	workspace: Workspace,
	settings: DocumentSettings,
	{ uri, version, names }: MakePairParams,
): Promise<MakePairResult> {
	const plan = await planPair(workspace, uri, { severities: (await settings.of(uri)).rules });
	if ('refusal' in plan) return plan;
	const { document, config } = plan;
	if (document.version !== version)
		return { refusal: t('{uri} has changed meanwhile. Try again.', { uri: fileName(uri) }) };
	try {
		const made = await pairFiles(workspace, plan, names);
		return {
			edits: made.changes.map(change => textEdit(document, change)),
			config: { uri: config, text: made.config },
			manifest: made.manifest,
			secretLines: made.secretsLeft.flatMap(({ lines }) => lines),
		};
	} catch (error) {
		if (error instanceof RangeError) return { refusal: error.message };
		throw error;
	}
}
