import type { UploadState } from '../../server/rest/sync/uploadState';
import { t } from '../../server/texts/texts';

/** What is known of a file on one server. */
export interface KnownState {
	readonly state: UploadState;
	/** As people call it. */
	readonly server: string;
	/** When it last said what is on it; `undefined`: not since the window was opened. */
	readonly lookedAt: Date | undefined;
}

/** Beside the name of the file in the Explorer. */
export const stateBadges: Readonly<Record<UploadState, string>> = {
	never: '+',
	uploaded: '✓',
	changedHere: '↑',
	changedThere: '↓',
	changedBoth: '↕',
	goneThere: '✗',
};

/** The state in a few words, which a full stop or a date may follow. */
export function stateText({ state, server }: Pick<KnownState, 'state' | 'server'>): string {
	const words: Readonly<Record<UploadState, string>> = {
		never: t('Not uploaded to {server} from here', { server }),
		uploaded: t('Uploaded to {server}', { server }),
		changedHere: t('Changed since the upload to {server}', { server }),
		changedThere: t('Changed on {server} since the upload', { server }),
		changedBoth: t('Changed here and on {server} since the upload', { server }),
		goneThere: t('No longer on {server}', { server }),
	};
	return words[state];
}

/** The same with the age of what is known. `language`: the editor's, such as `en`. */
export function stateTooltip(known: KnownState, language: string): string {
	const { server, lookedAt } = known;
	const format = new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeStyle: 'short' });
	const age = lookedAt
		? t('{server} was last looked at {time}.', { server, time: format.format(lookedAt) })
		: t('{server} was not looked at since this window was opened.', { server });
	return `${stateText(known)}. ${age}`;
}

/** True where what is on the server and what is here went different ways. */
export const isApart = ({ state }: Pick<KnownState, 'state'>): boolean => state !== 'never' && state !== 'uploaded';

/** What an upload could lose: somebody else's work. */
export const isTheirs = ({ state }: Pick<KnownState, 'state'>): boolean =>
	state === 'changedThere' || state === 'changedBoth' || state === 'goneThere';

/** How many files differ from what was uploaded of them. */
export function badgeOf(states: readonly Pick<KnownState, 'state'>[]): {
	readonly value: number;
	readonly tooltip: string;
} {
	const value = states.filter(isApart).length;
	const tooltip =
		value === 1 ? t('1 file differs from its upload') : t('{count} files differ from their uploads', { count: value });
	return { value, tooltip };
}
