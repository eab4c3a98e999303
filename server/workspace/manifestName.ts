/** The file that says which files belong together. */
export const manifestName = 'xclarity.json';
