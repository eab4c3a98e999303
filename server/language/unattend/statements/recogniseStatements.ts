import type { UnknownFile } from '../dialect';

const mayHold = /^[^.]*$|\.(?:cfg|conf|txt|kickstart)$/;
const otherInstaller = /^(?:d-i[ \t]|#cloud-config|autoinstall:)/m;

/** True when the name alone says that a file holds commands for an installer. */
export const isNamedForStatements = ({ name, isXml }: UnknownFile): boolean => !isXml && /\.ks$|\.ks\./.test(name);

/** True when a file can hold such commands: its name allows it, and no other installer's words stand in it. */
export const mayHoldStatements = (file: UnknownFile): boolean =>
	file.isChosen ||
	isNamedForStatements(file) ||
	(!file.isXml && mayHold.test(file.name) && !otherInstaller.test(file.text));
