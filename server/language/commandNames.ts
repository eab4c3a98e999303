/** Command of the server, arguments `[uri, position]`. The password itself never leaves the document. */
export const hashPasswordCommand = 'xclarity.hashPassword';

/** Repairs the file with the URI that it is given. */
export const repairCommand = 'xclarity.repair';
