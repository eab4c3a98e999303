import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { places } from '../../../../schemas/pair-settings.json';
import { placesOf } from '../../../../server/language/unattend/autoyast/autoyastTable';
import { esxiCommands } from '../../../../server/language/unattend/esxi/esxiTable';
import { commandOf } from '../../../../server/language/unattend/kickstart/commandTable';
import { componentFacts, componentNames } from '../../../../server/language/unattend/windows/windowsTable';

interface Options {
	readonly options: ReadonlyMap<string, { readonly canonical: string }>;
}

/** A command with an option by the name that counts, or a command alone. */
function isPlace(place: string, commands: readonly (Options | undefined)[]): boolean {
	const [, option] = place.split(' ');
	return commands.some(
		command => command && (option === undefined || command.options.get(option)?.canonical === option),
	);
}

const nameOf = (place: string): string => place.slice(place.lastIndexOf('/') + 1);
const endsWith = (path: string, place: string): boolean => `/${path}`.endsWith(`/${place}`);

const windowsPaths = componentNames.flatMap(component =>
	[...(componentFacts(component)?.settings.keys() ?? [])].map(
		path => `${component.replace('Microsoft-Windows-', '')}/${path}`,
	),
);

/** A place that a dialect does not have would never be found in a file. */
suite('each place where a text can become a setting is one that its dialect has', () => {
	const has: Readonly<Record<keyof typeof places, (place: string) => boolean>> = {
		kickstart: place =>
			isPlace(
				place,
				[7, 8, 9, 10].map(release => commandOf(place.split(' ')[0] ?? '', release)),
			),
		esxi: place => isPlace(place, [esxiCommands().get(place.split(' ')[0] ?? '')]),
		autoyast: place => placesOf(nameOf(place)).some(above => endsWith(`${above}/${nameOf(place)}`, place)),
		windows: place => windowsPaths.some(path => endsWith(path, place)),
	};
	for (const dialect of ['kickstart', 'esxi', 'autoyast', 'windows'] as const)
		test(dialect, () => {
			assert.deepEqual(
				Object.keys(places[dialect]).filter(place => !has[dialect](place)),
				[],
			);
		});
});
