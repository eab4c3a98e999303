import { CompletionItemKind } from 'vscode-languageserver-types';
import { t } from '../../../texts/texts';
import { escapeSnippet } from '../../snippet';
import { logHost, logPath, newFile, servers, timeServers, timeZone } from './newFileSettings';
import type { Proposal } from './proposal';

/** A configuration-settings file to start from. */
interface ConfigTemplate {
	/** Stable, for scripts and keyboard shortcuts. */
	readonly id: string;
	readonly label: string;
	/** What is in it. */
	readonly meaning: string;
	/** A file without a complaint, indented with tabs. */
	readonly text: string;
	/** The same with tab stops at names, captions and values. */
	readonly snippet: string;
}

/** Three starting points: the same for all servers, different for each, and both. */
export const newFileTemplates = (): readonly ConfigTemplate[] => [
	template('common', t('Settings for all servers'), t('A choice, a checked text and a fixed value'), [
		timeZone,
		logHost,
		logPath,
	]),
	template('servers', t('Settings for each server'), t('A group that the operator fills in once for each server'), [
		servers,
	]),
	template(
		'both',
		t('Settings for all servers and for each'),
		t('A list of time servers, and a group for each server'),
		[timeServers, logPath, servers],
	),
];

/** What a new file is completed with: the starting points, and last a frame whose settings are chosen one by one. */
export const newFileProposals = (): readonly Proposal[] =>
	[...newFileTemplates(), frame()].map(({ label, meaning, snippet, text }, index) => ({
		label,
		meaning,
		snippet,
		documentation: `\`\`\`json\n${text}\`\`\``,
		sort: String(index),
		kind: CompletionItemKind.File,
	}));

/** It is no template of its own: without a setting it is not finished. */
function frame(): ConfigTemplate {
	const { text, snippet, ...rest } = template(
		'frame',
		t('No settings yet'),
		t('The frame of a file, to fill one by one'),
		[],
	);
	const inContent = (stop: string): string => `"content": [\n\t\t${stop}\n\t]`;
	return { ...rest, text, snippet: snippet.replace('"content": []', inContent('$4')) };
}

function template(id: string, label: string, meaning: string, content: readonly object[]): ConfigTemplate {
	const text = `${JSON.stringify({ ...newFile, content }, undefined, '\t')}\n`;
	return { id, label, meaning, text, snippet: withTabStops(text) };
}

const filledIn = /("(?:name|label|description|value)": ")([^"]*)(?=")/g;

function withTabStops(text: string): string {
	let stop = 0;
	return escapeSnippet(text).replace(filledIn, (_, before: string, words: string) => `${before}\${${++stop}:${words}}`);
}
