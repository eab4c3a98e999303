/** How sure the sources are of what a configuration-settings file has to be, for kinds of mistakes in it. */
import type { Evidence } from '../fault';

export const doc: Evidence = { source: 'LXCA: configuration-settings files', grade: 'documented' };
export const anywhere: Evidence = {
	source: 'LXCA: configuration-settings files, the examples',
	grade: 'example',
	place: 'anywhere',
};
export const shown: Evidence = { source: 'LXCA: configuration-settings files, the examples', grade: 'example' };
export const meant: Evidence = {
	source: 'LXCA: configuration-settings files, read from the examples',
	grade: 'inferred',
};
export const guess: Evidence = { source: 'nobody says so; it is unlikely to be meant', grade: 'believed' };
