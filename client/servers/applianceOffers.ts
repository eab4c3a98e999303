import type { OsImages } from '../../server/rest/osImages';
import type { LanguageServer } from '../languageServer';
import type { Log } from '../log';
import { type OperatingSystem, supportedSystems } from '../upload/operatingSystems';
import type { Server } from './server';

/** What connected appliances support, as they say it themselves. */
export interface ApplianceOffers {
	/** Takes note of what a server listed, and tells the language server of its predefined macros and systems. */
	note(server: Server, images: OsImages): void;
	/** Empty for a server that was not read yet. */
	supported(server: Server): readonly OperatingSystem[];
}

export function createApplianceOffers(
	languageServer: Pick<LanguageServer, 'tellAppliance'>,
	log: Pick<Log, 'info' | 'error'>,
): ApplianceOffers {
	const systems = new Map<string, readonly OperatingSystem[]>();
	let macros: readonly string[] = [];
	let told = '';
	return {
		note(server, { predefinedMacros, supportedImages }) {
			systems.set(server.id, supportedSystems(supportedImages));
			// A server that lists none is no reason to forget those of another.
			if (predefinedMacros.length > 0) macros = predefinedMacros;
			const offer = { macros, systems: [...systems.values()].flat().map(toldSystem) };
			const text = JSON.stringify(offer);
			if ((macros.length === 0 && offer.systems.length === 0) || text === told) return;
			told = text;
			log.info(
				`${server.name} lists ${predefinedMacros.length} predefined macros and ${supportedImages.length} operating systems`,
			);
			languageServer
				.tellAppliance(offer)
				.catch((error: unknown) => log.error(`What ${server.name} lists was not passed on: ${String(error)}`));
		},
		supported: server => systems.get(server.id) ?? [],
	};
}

/** In the words of the protocol; of several servers every list is told, so that a release of any of them is known. */
const toldSystem = ({ os, label: name, releases: unattendReleases }: OperatingSystem) => ({
	os,
	name,
	unattendReleases,
});
