import type { AnswerObject, Answers } from './answers';

/** The text of a values file for a configuration-settings file, given by its path from the values file. */
export function writeValues(config: string, { common, predefined, servers }: Answers): string {
	const file = {
		config,
		...(isEmpty(common) ? {} : { common }),
		...(isEmpty(predefined) ? {} : { predefined }),
		servers: servers.map(server => ({
			...(server.name === undefined ? {} : { name: server.name }),
			...(isEmpty(server.values) ? {} : { values: server.values }),
			...(isEmpty(server.predefined) ? {} : { predefined: server.predefined }),
		})),
	};
	return `${JSON.stringify(file, undefined, 2)}\n`;
}

const isEmpty = (answers: AnswerObject): boolean => Object.keys(answers).length === 0;
