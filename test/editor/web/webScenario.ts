import type { Page } from 'playwright-core';
import { evidence } from '../evidence';
import { afterwards, scenario } from '../scenario';

/** Opens VS Code for the Web. Files are texts by path, below `/site`, the folder that is open. */
export type OpenWeb = (
	files: Readonly<Record<string, string>>,
	language?: string,
) => Promise<{ page: Page; close(): Promise<void> }>;

/** Why there is no VS Code for the Web in this run. */
export interface Missing {
	readonly reason: string;
}

interface Start {
	readonly name: string;
	readonly open: OpenWeb | Missing;
	readonly files: Readonly<Record<string, string>>;
	/** The display language; English unless it is given. */
	readonly language?: string;
}

/** Declares a scenario with a window of its own. */
export function webScenario({ name, open, files, language }: Start, walk: (page: Page) => Promise<void>): void {
	const isThere = typeof open === 'function';
	const body = async (): Promise<void> => {
		if (!isThere) return;
		const { page, close } = await open(files, language);
		afterwards(close);
		try {
			await walk(page);
		} catch (error) {
			throw new Error(`${error instanceof Error ? error.stack : String(error)}\n${await evidence(page, 'web')}`);
		}
	};
	scenario(name, body, { skip: isThere ? undefined : open.reason });
}
