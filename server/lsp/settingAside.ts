import type { Connection } from 'vscode-languageserver';
import { type AroundWork, atWorkOn } from '../language/atWorkOn';
import type { Language } from '../language/language';
import { setAsideLanguage } from '../language/setAside';
import { canonicalUri } from '../workspace/fileUri';
import { GivenUp } from '../workspace/givenUp';
import { givingUp } from '../workspace/givingUp';
import type { TimeLimit } from '../workspace/timeLimit';
import type { Find } from './ask';
import { tellWork } from './tellWork';

const endless = setAsideLanguage('endless');

/** What a server does around its work on files. */
export interface ServersWork {
	readonly around: AroundWork;
	/** From now on the editor is told which file is read. */
	tell(): void;
}

/** Work that is called off when it does not come back, whatever it is for. */
export function serversWork(connection: Connection, limit: TimeLimit, setAside: (uri: string) => void): ServersWork {
	let telling: AroundWork | undefined;
	const limited = givingUp({
		limit,
		givenUp(uri) {
			connection.console.error(`${uri} is set aside: reading it did not come back and was called off.`);
			setAside(uri);
		},
	});
	return {
		around: (uri, work, kept) => {
			const ending = (): ReturnType<typeof work> => limited(uri, work, kept);
			return telling ? telling(uri, ending) : ending();
		},
		tell() {
			telling = tellWork(connection);
		},
	};
}

/** Finds subjects although files beside them do not come back: each of those is set aside, and no part of what is found. */
export const goingOn =
	(find: Find): Find =>
	async (...asked) => {
		const givenUp = new Set<string>();
		for (;;) {
			try {
				return await find(...asked);
			} catch (error) {
				// One that is set aside and is read all the same would be so for ever.
				if (!(error instanceof GivenUp) || givenUp.has(error.uri)) throw error;
				givenUp.add(error.uri);
			}
		}
	};

/**
 * A language that always comes back: a verb that is called off answers with nothing, a check with the one report of a
 * file that is set aside. Where another file is at fault the check fails, and is made anew without that one.
 */
export const comingBack = (language: Language): Language =>
	new Proxy(language, {
		get(target, verb: keyof Language) {
			const act: unknown = target[verb];
			if (typeof act !== 'function') return act;
			return (...given: Parameters<Language['validate']>): unknown => {
				const [document] = given;
				try {
					return atWorkOn(document, () => Reflect.apply(act, target, given));
				} catch (error) {
					if (!(error instanceof GivenUp)) throw error;
					if (verb !== 'validate') return undefined;
					if (canonicalUri(error.uri) !== canonicalUri(document.uri)) throw error;
					return endless.validate(...given);
				}
			};
		},
	});
