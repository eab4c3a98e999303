import assert from 'node:assert/strict';
import type { SyncOutcome } from '../../../../server/rest/sync/applyPlan';
import type { UploadFile } from '../../../../server/rest/sync/uploadFile';
import type { Simulator, SimulatorOptions } from '../../../../server/simulator/simulator';
import { aConfig, anUnattend, aPair, type SyncSetup } from './pairOnSimulator';

/** Nothing in the list or in an answer tells a file from another of its name. */
export const silent: NonNullable<SimulatorOptions['switches']> = {
	'list-description': 'dropped',
	'job-result': 'no',
	'file-id': 'random',
	'list-size': 'no',
};

export const older: NonNullable<SyncSetup['files']> = [aConfig, { ...anUnattend, bytes: Buffer.from('older\n') }];

/** What is stored, as `who: name, text, description`. */
export const stored = (simulator: Simulator): string[] =>
	simulator
		.truth()
		.files.map(({ importedBy, name, bytes, description }) =>
			[importedBy, name, bytes?.toString(), description].join(' '),
		);

export const oursAre = (simulator: Simulator): void =>
	assert.deepEqual(
		stored(simulator)
			.filter(line => line.startsWith('USERID'))
			.sort(),
		aPair.map(({ name, bytes }) => `USERID ${name} ${Buffer.from(bytes).toString()} `),
	);

/** Their file, and the act that links ours with it. */
export function actsAfter(after: string, { name, imageType }: UploadFile, which: 'newest' | 'oldest') {
	const [kind, partner] = imageType === 'CONFIG' ? ['UNATTEND', 'their.ks'] : ['CONFIG', 'their.json'];
	const file = { kind, name: partner, content: '{}', description: '' };
	return [
		{ after, do: 'import', file },
		{ after, do: 'relink', file: { name, of: 'others', which }, with: { name: partner } },
	] as const;
}

/** Links as they are: `name>name`. */
export function linksOf(simulator: Simulator): string[] {
	const { files } = simulator.truth();
	return files.map(({ name, associatedFileId }) => `${name}>${files.find(({ id }) => id === associatedFileId)?.name}`);
}

export const saidIn = ({ failures, conflicts }: SyncOutcome): string =>
	[...failures.map(({ message }) => message), ...conflicts].join('\n');
