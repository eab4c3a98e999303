import type { OsImages } from '../../server/rest/osImages';
import type { LanguageServer } from '../languageServer';
import type { Log } from '../log';
import { type OperatingSystem, supportedSystems } from '../upload/operatingSystems';
import type { Server } from './server';

/** What connected appliances support, as they say it themselves. */
export interface ApplianceOffers {
	/** Takes note of what a server listed, and tells the language server of its predefined macros. */
	note(server: Server, images: OsImages): void;
	/** Empty for a server that was not read yet. */
	supported(server: Server): readonly OperatingSystem[];
}

export function createApplianceOffers(languageServer: LanguageServer, log: Log): ApplianceOffers {
	const systems = new Map<string, readonly OperatingSystem[]>();
	let told = '';
	return {
		note(server, { predefinedMacros: macros, supportedImages }) {
			systems.set(server.id, supportedSystems(supportedImages));
			const text = macros.join('\n');
			// A server that lists none is no reason to forget those of another.
			if (macros.length === 0 || text === told) return;
			told = text;
			log.info(`${server.name} lists ${macros.length} predefined macros`);
			languageServer
				.tellAppliance({ macros })
				.catch((error: unknown) => log.error(`The macros of ${server.name} were not passed on: ${String(error)}`));
		},
		supported: server => systems.get(server.id) ?? [],
	};
}
