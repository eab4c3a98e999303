import assert from 'node:assert/strict';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { FileEncoding } from '../../../server/language/fileEncoding';
import type { Context, Kind } from '../../../server/language/language';
import { noLink } from '../../../server/language/links/link';
import { recognise } from '../../../server/language/recognise';
import type { RuleCode } from '../../../server/language/rules';

/** A document, and what there is to know about the files around it. */
export interface Subject {
	readonly kind: Kind;
	readonly document: TextDocument;
	readonly context: Context;
}

/** A fenced block: its language, the words after it, its text. */
interface Block {
	readonly language: string;
	readonly words: readonly string[];
	readonly text: string;
}

const kinds: Readonly<Record<string, Kind>> = {
	'xclarity-config': 'config',
	'xclarity-manifest': 'manifest',
	'xclarity-values': 'values',
	kickstart: 'kickstart',
	'esxi-kickstart': 'esxi',
	autoyast: 'autoyast',
	'windows-unattend': 'windows',
	shellscript: 'script',
};

/** What no check of a file as it is written raises; each is covered by a test of what does. */
export const raisedElsewhere: readonly RuleCode[] = [
	'file-unrecognised',
	'file-binary',
	'file-set-aside',
	'appliance-refused',
	'preview-unresolved',
	'preview-instance-absent',
];

/**
 * The examples below a heading of a rule's page. Several main blocks are each tried with the one marked `linked`, their
 * configuration-settings file, or those marked `dependent`, the files that use its macros.
 */
export function ruleExamples(page: string, heading: string): Subject[] {
	const blocks = blocksOf(page, heading);
	const linked = blocks.find(({ words }) => words.includes('linked'));
	const config = linked && TextDocument.create('file:///site/site.xclarity.json', 'xclarity-config', 1, linked.text);
	const dependents = blocks.filter(({ words }) => words.includes('dependent'));
	return blocks
		.filter(block => block !== linked && !dependents.includes(block))
		.map(block => subjectOf(block, config, dependents));
}

function blocksOf(page: string, heading: string): Block[] {
	const section = page.split(/^## /m).find(part => part.startsWith(heading)) ?? '';
	return [...section.matchAll(/^```([\w-]+)([^\n]*)\n([\s\S]*?)^```$/gm)].map(
		([, language = '', words = '', text = '']) => ({
			language,
			words: words.trim().split(/\s+/),
			text: text.replace(/‸/g, ''),
		}),
	);
}

const fact = ({ words }: Block, name: string): string | undefined =>
	words.find(word => word.startsWith(`${name}=`))?.slice(name.length + 1);

function subjectOf(block: Block, config: TextDocument | undefined, dependents: readonly Block[]): Subject {
	const kind = kinds[block.language] ?? recognise({ path: 'file.xml', text: block.text });
	assert.ok(kind, `no kind for a block of ${block.language}`);
	const uri = `file:///site/${fact(block, 'name') ?? 'example'}`;
	const matches = fact(block, 'matches')?.split(',');
	const missing = fact(block, 'missing');
	const link = {
		...noLink,
		os: fact(block, 'os'),
		osrelease: fact(block, 'release'),
		...(config ? { config, configPath: 'site.xclarity.json', matches: matches ?? ['site.xclarity.json'] } : {}),
		...(missing ? { configPath: missing, matches: [missing] } : {}),
		isFaultOfManifest: fact(block, 'manifest') === 'faulty',
	};
	const context: Context = {
		severities: {},
		link,
		dependents: dependents.map((dependent, index) =>
			TextDocument.create(`file:///site/dependent${index}`, dependent.language, 1, dependent.text),
		),
		applianceMacros: [],
		encoding: fact(block, 'encoding') as FileEncoding | undefined,
		applianceSystems: supported(fact(block, 'supported')),
		files: fact(block, 'files')?.split(',') ?? [],
		included: fact(block, 'absent')
			?.split(',')
			.map(path => ({ uri: `file:///site/${path}`, document: undefined })),
	};
	return { kind, document: TextDocument.create(uri, block.language, 1, block.text), context };
}

/** `rhels:9.4,9.5;sles:15.5` as the systems that a connected appliance lists. */
const supported = (words: string | undefined): Context['applianceSystems'] =>
	words?.split(';').map(system => {
		const [os = '', releases = ''] = system.split(':');
		return { os, unattendReleases: releases.split(',') };
	});
