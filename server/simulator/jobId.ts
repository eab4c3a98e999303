import { paths } from '../rest/wire';
import type { Appliance } from './appliance';

/** The job as a reply names it. */
export function jobIdOf(id: number, { switches }: Pick<Appliance, 'switches'>): string | number {
	const form = switches['job-id'];
	return form === 'number' ? id : form === 'path' ? `${paths.tasks}/${id}` : String(id);
}

/** The number of a job, from whatever form its id was given in. */
export const jobNumber = (id: string): string =>
	id.startsWith(`${paths.tasks}/`) ? id.slice(paths.tasks.length + 1) : id;

/** The attribute by which a reply names the job. */
export const jobAttribute = (
	id: number,
	{ switches }: Pick<Appliance, 'switches'>,
): Readonly<Record<string, string | number>> => ({ [switches['job-key']]: jobIdOf(id, { switches }) });
