import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { JsonObject } from '../../config/json/jsonNode';
import { configText } from '../../refactor/newConfigFile';
import { settingObject } from '../../refactor/newSettings';
import { replace, type TextChange } from '../../textChange';
import { fileNameOf } from '../../unattend/fileNameOf';
import type { GroupNames, ProposedSetting } from './proposedSetting';

/** An unattend file with macros, and the configuration-settings file that declares them. */
export interface Pair {
	/** Of the unattend file. */
	readonly changes: readonly TextChange[];
	/** The whole text of the new file. */
	readonly config: string;
}

/** Puts macros in the place of the texts of an unattend file, and declares them. */
export function makePair(document: TextDocument, settings: readonly ProposedSetting[], groups: GroupNames): Pair {
	const common = settings.filter(({ isPerServer }) => !isPerServer);
	const perServer = settings.filter(({ isPerServer }) => isPerServer);
	const content = [
		...(perServer.length > 0 ? [serverGroup(groups.perServer, perServer)] : []),
		...(common.length > 0 ? [{ ...groupOf(groups.common, true), content: common.map(declaration) }] : []),
	];
	return {
		changes: settings.flatMap(({ places, macro }) => places.map(place => replace(place, `#${macro}#`))),
		config: configText(fileNameOf(document.uri), content),
	};
}

const groupOf = (name: string, common: boolean): JsonObject =>
	settingObject({ name, children: [] }, { common, members: { type: 'assoc_array' } });

/** The way the vendor's example has it: one object for each server, the first of which is there from the start. */
const serverGroup = (name: string, settings: readonly ProposedSetting[]): JsonObject => ({
	...groupOf(name, false),
	template: [{ ...groupOf('server', false), autoCreateInstance: true, content: settings.map(declaration) }],
});

function declaration({ name, label, isPerServer, isSecret, regex, text }: ProposedSetting): JsonObject {
	const members = { label, ...(regex === undefined ? {} : { regex }), ...(isSecret ? {} : { value: text }) };
	return settingObject({ name, children: [] }, { common: !isPerServer, members });
}
