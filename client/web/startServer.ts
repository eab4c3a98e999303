import { modulesOf } from './modules';
import type { WorkerStart } from './serverWorker';

declare const self: { onmessage: ((event: { readonly data: WorkerStart }) => void) | null };

/** The script of the worker. Its first message brings the server, which then takes the others. */
self.onmessage = ({ data: { entry, texts } }) => {
	modulesOf(texts)(entry);
};
