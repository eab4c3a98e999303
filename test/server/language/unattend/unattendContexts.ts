import { TextDocument } from 'vscode-languageserver-textdocument';
import type { Context } from '../../../../server/language/language';
import { type Link, noLink } from '../../../../server/language/links/link';
import { certainty, type Dialect } from '../../../../server/language/unattend/dialect';
import { createUnattendLanguage } from '../../../../server/language/unattend/unattendLanguage';
import { vendorTable } from '../macros/macroTables';

/** Most texts of tests are fragments: what the appliance asks of a whole file is tested on its own. */
const asFragment = {
	'unattend-hook-missing': 'off',
	'unattend-hook-absent': 'off',
	'unattend-file-ending': 'off',
} as const;

const config = TextDocument.create('file:///site/site.xclarity.json', 'xclarity-config', 1, '');

/** Linked with the vendor's example, named site.xclarity.json. */
export const linked: Context = {
	severities: asFragment,
	link: { ...noLink, config, configPath: 'site.xclarity.json', matches: ['site.xclarity.json'] },
	dependents: [],
	applianceMacros: [],
	files: [],
};

/** Without a table, and with the link as given. */
export const unlinked = (link: Partial<Link> = {}): Context => ({ ...linked, link: { ...noLink, ...link } });

/** A dialect that knows nothing beyond macros. */
export const plainDialect: Dialect = {
	kind: 'plain',
	name: 'a plain file',
	languageId: 'plaintext',
	chosenAs: [],
	recognise: () => certainty.none,
	fileEndings: ['.plain'],
	comments: 'hash',
	imageType: 'UNATTEND',
	hooks: { misplacement: () => undefined },
	newFiles: [],
	validate: () => [],
};

/** The verbs of a dialect; a linked file declares the settings of the vendor's example. */
export const languageWith = (dialect: Dialect = plainDialect, table = vendorTable) =>
	createUnattendLanguage(dialect, ({ link }) => link.config && table);
