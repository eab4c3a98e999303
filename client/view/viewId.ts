/** Id of the view "XClarity", as in `package.json`. */
export const viewId = 'xclarity.servers';
