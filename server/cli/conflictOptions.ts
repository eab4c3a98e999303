import { UsageError } from './usageError';

export const conflictOptions = {
	overwrite: { type: 'boolean', default: false },
	keep: { type: 'boolean', default: false },
} as const;

export const conflictUsage = `  --overwrite           replace files that somebody has changed on the appliance
  --keep                leave such files as they are and do the rest`;

/** @throws {UsageError} for both at once. */
export function conflictChoice({
	overwrite,
	keep,
}: {
	readonly overwrite: boolean;
	readonly keep: boolean;
}): 'stop' | 'overwrite' | 'keep' {
	if (overwrite && keep) throw new UsageError('Give either --overwrite or --keep, not both.');
	return overwrite ? 'overwrite' : keep ? 'keep' : 'stop';
}
