import { randomBytes, randomUUID } from 'node:crypto';
import type { Appliance } from './appliance';

/** An id for a file that comes into the repository now, in the form that this appliance has for ids. */
export function newFileId(name: string, { repository, switches, now }: Appliance): string {
	const form = switches['file-id'];
	const taken = switches['same-second'] === 'same' ? [] : repository.state.files.map(({ id }) => id);
	if (form === 'timestamp') return timedId(name, new Set(taken), now());
	if (form === 'random') return randomBytes(8).toString('hex');
	if (form === 'uuid') return randomUUID();
	repository.state.nextFile += 1;
	return String(repository.state.nextFile - 1);
}

/** The time to the second and the name; the next free second when that is taken. */
function timedId(name: string, taken: ReadonlySet<string>, now: number): string {
	for (let time = now; ; time += 1000) {
		const id = `${new Date(time).toISOString().slice(0, 19).replace(/[-:T]/g, '')}_${name}`;
		if (!taken.has(id)) return id;
	}
}

/** The id as a reply carries it. */
export const shownId = (id: string, { switches }: Pick<Appliance, 'switches'>): string | number =>
	switches['file-id'] === 'number' && /^\d+$/.test(id) ? Number(id) : id;
