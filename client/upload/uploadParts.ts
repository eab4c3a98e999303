import type { LanguageServer } from '../languageServer';
import type { Log } from '../log';
import type { Credentials } from '../servers/credentials';
import type { Server } from '../servers/server';
import type { Servers } from '../servers/servers';
import type { UploadStates } from '../uploadState/uploadStates';
import type { StoredDocuments } from '../view/storedDocuments';
import type { ConfirmedServers } from './confirmedServers';
import type { OperatingSystem } from './operatingSystems';
import type { UploadRecords } from './uploadRecords';

/** What an upload from the editor works with. */
export interface UploadParts {
	readonly languageServer: LanguageServer;
	readonly servers: Servers;
	readonly credentials: Credentials;
	readonly log: Log;
	readonly records: UploadRecords;
	readonly documents: StoredDocuments;
	readonly confirmed: ConfirmedServers;
	readonly states: UploadStates;
	/** What the appliance lists itself, where it was read. */
	readonly supported: (server: Server) => readonly OperatingSystem[];
	/** Told about each server to which something was uploaded. */
	readonly uploaded: (server: Server) => void;
}
