import type { Connection } from 'vscode-languageserver';
import { atWorkOn } from '../language/atWorkOn';
import type { Language } from '../language/language';
import { setAsideLanguage } from '../language/setAside';
import type { TimeLimit } from '../workspace/timeLimit';
import type { StoppedFiles } from './stoppedFiles';
import type { Limited } from './subjects';

const setAside = setAsideLanguage('endless');

export interface SettingAside {
	readonly connection: Pick<Connection, 'console'>;
	readonly limit: TimeLimit;
	readonly stopped: StoppedFiles;
}

/** Languages that set a document aside when they do not come back from it, and then have all checked anew. */
export const settingAside =
	({ connection, limit, stopped }: SettingAside, checkAll: () => void): Limited =>
	(language, document) =>
		limitedLanguage(language, limit, verb => {
			connection.console.error(`${document.uri} is set aside: '${verb}' did not come back and was called off.`);
			stopped.calledOff(document.uri, document.version);
			checkAll();
		});

/**
 * A language that always comes back: a verb that takes too long is called off and answers with nothing, a check with
 * the one report of a file that is set aside.
 * @param calledOff told which verb it was
 */
function limitedLanguage(language: Language, limit: TimeLimit, calledOff: (verb: keyof Language) => void): Language {
	return new Proxy(language, {
		get(target, verb: keyof Language) {
			const act: unknown = target[verb];
			if (typeof act !== 'function') return act;
			return (...given: Parameters<Language['validate']>): unknown => {
				const outcome = atWorkOn(given[0], () => limit(() => Reflect.apply(act, target, given)));
				if (outcome) return outcome.value;
				calledOff(verb);
				return verb === 'validate' ? setAside.validate(...given) : undefined;
			};
		},
	});
}
