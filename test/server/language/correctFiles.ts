import { readFileSync } from 'node:fs';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { Context, Kind } from '../../../server/language/language';
import { dialectOf } from '../../../server/language/languageService';
import { noLink } from '../../../server/language/links/link';

/** A file that gets no error and no warning, with what is around it. */
export interface CorrectFile {
	readonly name: string;
	readonly kind: Kind;
	readonly document: TextDocument;
	readonly context: Context;
}

const examples = [
	{ folder: 'rhel9', file: 'ks.cfg', kind: 'kickstart', os: 'rhels', osrelease: '9.4' },
	{ folder: 'esxi8', file: 'host.esxi.cfg', kind: 'esxi', os: 'esxi', osrelease: '8.0' },
	{ folder: 'sles15', file: 'autoinst.xml', kind: 'autoyast', os: 'sles', osrelease: '15.5' },
	{ folder: 'windows2022', file: 'unattend.xml', kind: 'windows', os: 'win', osrelease: '2022' },
] as const;

const alone: Context = { severities: {}, link: noLink, dependents: [], applianceMacros: [], files: ['ks.cfg'] };

const document = (name: string, kind: Kind, text: string): TextDocument =>
	TextDocument.create(`file:///site/${name}`, kind, 1, text);

const read = (folder: string, name: string): string => readFileSync(`examples/${folder}/${name}`, 'utf8');

/** The examples, with their configuration-settings files and manifests. */
export const exampleFiles: readonly CorrectFile[] = examples.flatMap(({ folder, file, kind, os, osrelease }) => {
	const config = document('site.xclarity.json', 'config', read(folder, 'site.xclarity.json'));
	const link = { ...noLink, config, configPath: 'site.xclarity.json', matches: ['site.xclarity.json'], os, osrelease };
	const unattend = document(file, kind, read(folder, file));
	const manifest = document('xclarity.json', 'manifest', read(folder, 'xclarity.json'));
	return [
		{ name: `${folder}/${file}`, kind, document: unattend, context: { ...alone, link, dependents: [unattend] } },
		{ name: `${folder}/site.xclarity.json`, kind: 'config', document: config, context: alone },
		{ name: `${folder}/xclarity.json`, kind: 'manifest', document: manifest, context: { ...alone, files: [file] } },
	] as const;
});

/** The examples, and the files that people start from. */
export const correctFiles: readonly CorrectFile[] = [
	...exampleFiles,
	...examples.flatMap(({ kind }) =>
		(dialectOf(kind)?.newFiles ?? []).map(({ id, fileName, text }) => ({
			name: id,
			kind,
			document: document(fileName, kind, text),
			context: alone,
		})),
	),
];
