import { looksLikeConfig } from './config/looksLikeConfig';
import type { Kind } from './language';
import { certainty, type DialectIdentity } from './unattend/dialect';
import { dialects } from './unattend/dialects';
import { withoutTemplateEnding } from './unattend/templateEnding';

/** A file to recognise; `path` may be a name only, and `text` its beginning. */
interface NamedFile {
	readonly path: string;
	readonly languageId?: string | undefined;
	readonly text: string;
	/** Target of the link that names the file. */
	readonly os?: string | undefined;
}

/**
 * What a file is to us, by its name and content; `undefined` when it is none of ours. Other people's JSON, XML and
 * `.cfg` files are recognised by what only ours have. Scripts are named by a manifest, never recognised.
 */
export function recognise(file: NamedFile): Kind | undefined {
	const name = nameOf(file.path);
	const named = kindByName(name);
	if (named) return named;
	if (isValuesFile(name, file.text)) return 'values';
	if (file.languageId === 'xclarity-config') return 'config';
	if (file.languageId === 'xclarity-manifest') return 'manifest';
	return recogniseDialect(file, dialects) ?? (looksLikeConfigFile(name, file.text) ? 'config' : undefined);
}

/** What a file is whatever it says, as nobody else names files like this; `undefined` where its text is asked. */
export function kindByName(path: string): Kind | undefined {
	const name = nameOf(path);
	if (name === 'xclarity.json') return 'manifest';
	if (name.endsWith('.xclarity.values.json')) return 'values';
	return name.endsWith('.xclarity.json') ? 'config' : undefined;
}

/** The dialect that is surest of a file; a language that a person chose leaves only its own dialects the say. */
export function recogniseDialect<Known extends DialectIdentity>(
	{ path, languageId = '', text, os }: NamedFile,
	known: readonly Known[],
): Known['kind'] | undefined {
	const name = withoutTemplateEnding(nameOf(path));
	const chosen = known.filter(({ chosenAs }) => chosenAs.includes(languageId));
	const [only] = chosen;
	if (only && chosen.length === 1) return only.kind;
	if (chosen.length === 0 && isJson.test(name)) return undefined;
	const isXml = name.endsWith('.xml') || /^\uFEFF?\s*</.test(text);
	const file = { name, isChosen: chosen.length > 0, isXml, text, os };
	let surest: { readonly kind: Known['kind']; readonly sure: number } | undefined;
	for (const dialect of chosen.length > 0 ? chosen : known) {
		const sure = dialect.recognise(file);
		if (sure > (surest?.sure ?? certainty.none)) surest = { kind: dialect.kind, sure };
	}
	return surest?.kind;
}

const nameOf = (path: string): string =>
	path.slice(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1).toLowerCase();

/**
 * Others have files of such a name, too: ours names its configuration-settings file, or gives values as only ours does.
 * A mistake in a key or its marks must not make it none of ours.
 */
const isValuesFile = (name: string, text: string): boolean =>
	name.endsWith('.values.json') && signsOfValues.some(signs => signs.every(sign => sign.test(text)));

/** Of one row all have to be there. */
const signsOfValues: readonly (readonly RegExp[])[] = [
	[/\bconfig["'”]?\s*:\s*["'“]/],
	[/\.xclarity\.json\b/],
	[/"predefined"\s*:\s*\{/],
	[/"common"\s*:\s*\{/, /"servers"\s*:\s*\[/],
];

const isJson = /\.jsonc?$/;
const looksLikeConfigFile = (name: string, text: string): boolean =>
	isJson.test(withoutTemplateEnding(name)) && looksLikeConfig(text);
