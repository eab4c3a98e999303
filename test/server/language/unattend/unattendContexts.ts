import type { Kind } from '../../../../server/language/language';
import { type Link, noLink } from '../../../../server/language/links/link';
import type { UnattendContext } from '../../../../server/language/unattend/unattendLanguage';
import { vendorTable } from '../macros/macroTables';

/** Most texts of tests are fragments: what the appliance asks of a whole file is tested on its own. */
const asFragment = {
	'unattend-hook-missing': 'off',
	'unattend-hook-absent': 'off',
	'unattend-file-ending': 'off',
} as const;

/** Linked with the vendor's example, named site.xclarity.json. */
export const linked: UnattendContext = {
	kind: 'kickstart',
	macros: vendorTable,
	severities: asFragment,
	link: { ...noLink, configPath: 'site.xclarity.json', matches: ['site.xclarity.json'] },
	dependents: [],
	applianceMacros: [],
	files: [],
};

export const ofKind = (kind: Kind): UnattendContext => ({ ...linked, kind });

/** Without a table, and with the link as given. */
export const unlinked = (link: Partial<Link> = {}): UnattendContext => ({
	...linked,
	macros: undefined,
	link: { ...noLink, ...link },
});
