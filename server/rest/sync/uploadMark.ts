import { randomBytes } from 'node:crypto';

/**
 * A mark stands in the description of a file while it is in flight. Nobody else can have it, so it tells our file from
 * others of its name, in this run and in the next. The last change of the upload takes it away.
 */
export const newMark = (): string => randomBytes(8).toString('hex');

/** In front, where an appliance that shortens descriptions leaves it. */
export const withMark = (mark: string, description = ''): string => `[xclarity-upload ${mark}] ${description}`.trim();

export const showsMark = (description: string | undefined, mark: string): boolean =>
	description?.toLowerCase().includes(mark) === true;

/** False where there can be no mark, whichever is looked for. */
export const mayShowMark = (description: string | undefined): boolean =>
	description !== undefined && /[0-9a-f]{16}/i.test(description);

/** The mark in a description, whoever put it there. */
export const markIn = (description: string | undefined): string | undefined =>
	/xclarity-upload ([0-9a-f]{16})/i.exec(description ?? '')?.[1]?.toLowerCase();

/** The description without a mark. */
export const withoutMark = (description: string): string =>
	description.replace(/\[xclarity-upload [0-9a-f]{16}\] ?/i, '');
