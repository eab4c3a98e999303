import { plainText } from '../plainText';

/** Control characters, and those that reverse or hide what stands beside them. */
const unseen = /[\p{Cc}\p{Cf}\u2028\u2029]/gu;

const longestShown = 200;

/** A name from a server as it may stand on the screen: on one line, without characters that make it look like another. */
export const shownName = (name: string): string => {
	const clean = plainText(name.replace(unseen, '\ufffd').trim());
	return clean.length > longestShown ? `${clean.slice(0, longestShown)}…` : clean;
};

const reserved = /^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/i;

const longestFile = 100;

/** A name from a server as the last part of a path: no separators, nothing that a file system takes for something else. */
export function documentName(name: string): string {
	const last = name.replace(/^.*[\\/]/s, '');
	const clean = last
		.replace(unseen, '')
		.replace(/[<>:"|?*#%]/g, '_')
		.replace(/[. ]+$/, '')
		.slice(-longestFile);
	if (/^\.*$/.test(clean)) return 'file';
	return reserved.test(clean) ? `_${clean}` : clean;
}
