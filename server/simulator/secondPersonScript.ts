import { isObject, type JsonObject } from '../rest/wire';
import { parsePlace, type RequestPlace } from './requestPlace';

/** A file as the second person has it. */
export interface TheirFile {
	readonly kind: TheirKind;
	readonly name: string;
	readonly content: Buffer;
	readonly description: string;
	readonly os: string;
	readonly osrelease: string;
}

/** Which stored file is meant: by its id, or the newest or oldest of a name, imported by anybody or by one of the two. */
export interface FileChoice {
	readonly id?: string | undefined;
	readonly name?: string | undefined;
	readonly kind?: TheirKind | undefined;
	readonly of: 'anybody' | 'them' | 'others';
	readonly which: 'newest' | 'oldest';
}

export type Deed =
	| { readonly do: 'import'; readonly file: TheirFile }
	| { readonly do: 'import-pair'; readonly config: TheirFile; readonly unattend: TheirFile }
	| { readonly do: 'edit'; readonly file: FileChoice; readonly content: Buffer }
	| { readonly do: 'describe'; readonly file: FileChoice; readonly description: string }
	| { readonly do: 'rename'; readonly file: FileChoice; readonly name: string }
	| { readonly do: 'delete'; readonly file: FileChoice }
	/** Without a partner the link is taken away. */
	| { readonly do: 'relink'; readonly file: FileChoice; readonly with: FileChoice | undefined };

/** One thing that a second person does, next to a request of the client. */
export interface Act {
	/** As the script has it. */
	readonly text: string;
	readonly when: 'before' | 'after';
	readonly place: RequestPlace;
	readonly deed: Deed;
}

/**
 * Reads one act of a script, as docs/simulator.md describes it.
 * @throws {RangeError} with a sentence that says what is wrong.
 */
export function parseAct(value: unknown): Act {
	const text = JSON.stringify(value) ?? String(value);
	const wrong = (reason: string): RangeError => new RangeError(`The second person cannot do ${text}: ${reason}.`);
	if (!isObject(value)) throw wrong('an act is an object');
	const when = value.before === undefined ? 'after' : 'before';
	const place = typeof value[when] === 'string' ? parsePlace(value[when]) : undefined;
	if (!place) throw wrong('it needs before or after with a request such as “POST /osImages#1”');
	return { text, when, place, deed: readDeed(value, wrong) };
}

type Complaint = (reason: string) => RangeError;

function readDeed(value: JsonObject, wrong: Complaint): Deed {
	const file = (): FileChoice => readChoice(value.file, wrong);
	switch (value.do) {
		case 'import':
			return { do: 'import', file: readFile(value.file, wrong) };
		case 'import-pair':
			return {
				do: 'import-pair',
				config: readFile(value.config, wrong),
				unattend: readFile(value.unattend, wrong),
			};
		case 'edit':
			return { do: 'edit', file: file(), content: readContent(value, wrong) };
		case 'describe':
			return { do: 'describe', file: file(), description: readText(value.description, 'description', wrong) };
		case 'rename':
			return { do: 'rename', file: file(), name: readText(value.name, 'name', wrong) };
		case 'delete':
			return { do: 'delete', file: file() };
		case 'relink':
			return { do: 'relink', file: file(), with: value.with == null ? undefined : readChoice(value.with, wrong) };
		default:
			throw wrong('do is one of import, import-pair, edit, describe, rename, delete, relink');
	}
}

function readText(value: unknown, what: string, wrong: Complaint): string {
	if (typeof value !== 'string') throw wrong(`${what} is missing`);
	return value;
}

const theirKinds = ['CONFIG', 'UNATTEND', 'SCRIPT', 'SOFTWARE'] as const;
type TheirKind = (typeof theirKinds)[number];

const readKind = (value: unknown): TheirKind | undefined => theirKinds.find(kind => kind === value);

function readContent({ content, base64 }: JsonObject, wrong: Complaint): Buffer {
	if (typeof base64 === 'string') return Buffer.from(base64, 'base64');
	return Buffer.from(readText(content, 'content or base64', wrong));
}

function readFile(value: unknown, wrong: Complaint): TheirFile {
	const kind = isObject(value) ? readKind(value.kind) : undefined;
	if (!isObject(value) || kind === undefined) throw wrong('a file needs the kind CONFIG, UNATTEND, SCRIPT or SOFTWARE');
	const { name, description, os, osrelease } = value;
	return {
		kind,
		name: readText(name, 'name', wrong),
		content: readContent(value, wrong),
		description: typeof description === 'string' ? description : '',
		os: typeof os === 'string' ? os : kind === 'UNATTEND' ? 'rhels' : '',
		osrelease: typeof osrelease === 'string' ? osrelease : kind === 'UNATTEND' ? '9.4' : '',
	};
}

function readChoice(value: unknown, wrong: Complaint): FileChoice {
	if (!isObject(value)) throw wrong('a file is chosen by {"name": …} or {"id": …}');
	const { id, name, of = 'anybody', which = 'newest' } = value;
	if (typeof id !== 'string' && typeof name !== 'string') throw wrong('a file is chosen by its name or its id');
	if (of !== 'anybody' && of !== 'them' && of !== 'others') throw wrong('of is one of anybody, them, others');
	if (which !== 'newest' && which !== 'oldest') throw wrong('which is one of newest, oldest');
	return {
		which,
		id: typeof id === 'string' ? id : undefined,
		name: typeof name === 'string' ? name : undefined,
		kind: readKind(value.kind),
		of,
	};
}
