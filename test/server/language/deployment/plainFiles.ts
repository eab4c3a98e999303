/** Unattend files without macros, of every dialect: our fixtures and examples, random ones, and real ones. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { Random } from '../../../../bench/mistakes/random';
import { subjects } from '../../../../bench/mistakes/subjects';
import type { Context, Kind } from '../../../../server/language/language';
import { finish } from '../../../../server/language/languageService';
import type { Link } from '../../../../server/language/links/link';
import { noLink } from '../../../../server/language/links/link';
import { recognise } from '../../../../server/language/recognise';
import { sampled } from '../../../support/thorough';

export interface PlainFile {
	readonly name: string;
	readonly kind: Kind;
	readonly text: string;
}

export const contextOf = (link: Link): Context => ({
	severities: {},
	link,
	dependents: [],
	applianceMacros: [],
	files: [],
});

export const documentOf = ({ name, kind, text }: PlainFile): TextDocument =>
	TextDocument.create(`file:///site/${encodeURIComponent(path.basename(name))}`, kind, 1, text);

const kinds: readonly Kind[] = ['kickstart', 'esxi', 'autoyast', 'windows'];

function plainFile(name: string, given: string): PlainFile[] {
	const kind = recognise({ path: path.basename(name), text: given });
	if (kind === undefined || !kinds.includes(kind)) return [];
	const config = siblingConfig(name);
	const link = config ? { ...noLink, config, configPath: 'site.xclarity.json' } : noLink;
	const finished = finish(kind, documentOf({ name, kind, text: given }), contextOf(link));
	const isPlain = finished?.substitutions.every(({ becomes }) => !('unresolved' in becomes));
	return finished && isPlain ? [{ name, kind, text: finished.text }] : [];
}

/** What our examples are linked with; their defaults make plain files of them. */
function siblingConfig(name: string): TextDocument | undefined {
	const file = path.join(path.dirname(name), 'site.xclarity.json');
	return existsSync(file)
		? TextDocument.create('file:///site/s.json', 'json', 1, readFileSync(file, 'utf8'))
		: undefined;
}

const namesBelow = (folder: string): string[] =>
	(existsSync(folder) ? readdirSync(folder, { recursive: true, withFileTypes: true }) : [])
		.filter(entry => entry.isFile() && /\.(?:ks|cfg|xml)$/.test(entry.name))
		.map(entry => path.join(entry.parentPath, entry.name));

/** What is in one out of `step` files; the others are not even read. */
const filesBelow = (folders: readonly string[], step: number): PlainFile[] =>
	sampled(folders.flatMap(namesBelow).sort(), step).flatMap(file => plainFile(file, readFileSync(file, 'utf8')));

export const ownFiles = (step: number): PlainFile[] => filesBelow(['test/fixtures', 'examples'], step);

/** None where there is no corpus. */
export const realFiles = (step: number): PlainFile[] => {
	const folders = kinds.map(kind => `../shared/corpus/${kind}`);
	return filesBelow(folders, step).map(file => ({ ...file, name: `${file.kind} ${file.name}` }));
};

const dialects = ['kickstart', 'esxi', 'autoyast', 'windows'] as const;

/** Files as the table of mistakes starts from, four for each number. */
export const randomFiles = (count: number): PlainFile[] =>
	Array.from({ length: count }, (_, index) =>
		dialects.flatMap(dialect => {
			const { files, main } = subjects[dialect].sample(new Random(index));
			const text = files.get(main);
			return typeof text === 'string' ? plainFile(`${index} ${main}`, text) : [];
		}),
	).flat();

/** One file for each kind of mistake that the table has, or for one kind out of `step`. */
export const mistakenFiles = (step: number): PlainFile[] =>
	dialects.flatMap(dialect =>
		sampled(subjects[dialect].kinds, step).flatMap((kind, index) => {
			const random = new Random(index);
			const sample = subjects[dialect].sample(random);
			const text = kind.make(sample, random)?.get(sample.main);
			return typeof text === 'string' ? plainFile(`${kind.name} ${sample.main}`, text) : [];
		}),
	);
