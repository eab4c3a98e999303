import table from '../../../../schemas/autoyast-values.json';
import { isAddress, isHostName, isNetmask } from '../values/addresses';
import { knownNames, type NameList } from '../values/knownNames';
import { keyAtEnd } from '../xml/pathKeys';

/** A text that is a name out of a list. */
export interface NameMeaning {
	readonly what: string;
	readonly names: ReadonlySet<string>;
	/** No text is taken but these names. */
	readonly isWhole: boolean;
	accepts(text: string): boolean;
	/** The list is not complete: only what is close to a name of it is doubted, or has a form that none has. */
	readonly isOpen: boolean;
	isNever(text: string): boolean;
}

/** A text that has a form. */
export interface FormMeaning {
	readonly wanted: string;
	accepts(text: string): boolean;
}

interface NameEntry {
	readonly what: string;
	readonly names?: string;
	readonly lists?: readonly string[];
	readonly also?: string;
	readonly near?: boolean;
	readonly never?: string;
}

interface FormEntry {
	readonly wanted: string;
	readonly pattern?: string;
	readonly kind?: string;
}

const names: Readonly<Record<string, NameEntry>> = table.names;
const forms: Readonly<Record<string, FormEntry>> = table.forms;

const readNames = new Map<string, NameMeaning>();

/** What the text at a path is a name of; the path is that of the schema, `users/user/home`. */
export function nameMeaningOf(path: string): NameMeaning | undefined {
	const key = keyAtEnd(path, names);
	if (key === undefined) return undefined;
	const known = readNames.get(key);
	if (known) return known;
	const { what, names: own = '', lists = [], also, near, never } = names[key] ?? { what: '' };
	const all = new Set([...own.split(' ').filter(Boolean), ...lists.flatMap(list => [...knownNames(list as NameList)])]);
	const more = also === undefined ? undefined : new RegExp(also);
	const none = never === undefined ? undefined : new RegExp(never);
	const meaning = {
		what,
		names: all,
		accepts: (text: string) => all.has(text) || more?.test(text) === true,
		isWhole: near !== true && also === undefined,
		isOpen: near === true,
		isNever: (text: string) => none?.test(text) === true,
	};
	readNames.set(key, meaning);
	return meaning;
}

/** What a text of a form takes, by the kind that the table gives it. */
export const formKinds: Readonly<Record<string, (text: string) => boolean>> = {
	// A prefix may follow an address.
	address: text => isAddress(text.replace(/\/\d{1,3}$/, '')),
	netmask: isNetmask,
	addressOrNone: text => text === '-' || isAddress(text),
	netmaskOrNone: text => text === '-' || /^\/?\d{1,3}$/.test(text) || isNetmask(text),
	destination: text => text === 'default' || isAddress(text.replace(/\/\d{1,3}$/, '')),
	// A cloned profile has (none) where the host has no domain.
	domain: text => text === '(none)' || (isHostName(text) && !text.includes('_')),
	hostname: text => isHostName(text) && !text.includes('_'),
};

const readForms = new Map<string, FormMeaning>();

/** The form that the text at a path must have. */
export function formMeaningOf(path: string): FormMeaning | undefined {
	const key = keyAtEnd(path, forms);
	const form = key === undefined ? undefined : forms[key];
	if (key === undefined || form === undefined) return undefined;
	const known = readForms.get(key) ?? formMeaning(form);
	readForms.set(key, known);
	return known;
}

function formMeaning({ wanted, pattern, kind }: FormEntry): FormMeaning {
	const accepts = kind === undefined ? undefined : formKinds[kind];
	if (accepts) return { wanted, accepts: text => text === '' || accepts(text) };
	const form = new RegExp(pattern ?? '');
	return { wanted, accepts: text => form.test(text) };
}
