import type { PlanOptions } from '../rest/sync/planSync';
import { UsageError } from './usageError';

const flag = { type: 'boolean', default: false } as const;

export const conflictOptions = { overwrite: flag, keep: flag, beside: flag } as const;

export const conflictUsage = `  --overwrite           replace files that somebody has changed or put on the appliance
  --keep                leave such files as they are and do the rest
  --beside              put yours beside a file of the same name that was not uploaded from here; only on an appliance
                        that allows two files of one name: another one replaces that file, or refuses yours`;

/** What the person wants to be done about conflicts; `stop` when nothing was said. */
export type ConflictChoice = 'stop' | (typeof choices)[number];

const choices = ['overwrite', 'keep', 'beside'] as const;

/** @throws {UsageError} for more than one. */
export function conflictChoice(values: Readonly<Record<(typeof choices)[number], boolean>>): ConflictChoice {
	const [choice, ...more] = choices.filter(name => values[name]);
	if (more.length > 0) throw new UsageError('Give only one of --overwrite, --keep and --beside.');
	return choice ?? 'stop';
}

/** The same for a plan. */
export const planChoice = (choice: ConflictChoice): PlanOptions =>
	choice === 'beside' ? { unknown: 'new', onConflict: 'stop' } : { unknown: 'conflict', onConflict: choice };
