/** The simulated appliance of bench/parts/upload.mjs, in a thread of its own. */
import { parentPort, workerData } from 'node:worker_threads';

const { startSimulator } = await import(workerData);
const validateConfig = () => ({ macros: [], errors: [] });
const simulator = await startSimulator({ jobMilliseconds: 0, validateConfig, switches: { 'job-result': 'attribute' } });
const { url, fingerprint, caPem, user, password } = simulator;
parentPort.postMessage({ url, fingerprint, caPem, user, password });
parentPort.on('message', () => {
	parentPort.postMessage(
		simulator.requests.map(({ method, path }) => `${method} ${path.replace(/^\/tasks\/.*/, '/tasks')}`),
	);
});
