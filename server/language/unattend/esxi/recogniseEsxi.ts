import { type Certainty, certainty, type UnknownFile } from '../dialect';
import { mayHoldStatements } from '../statements/recogniseStatements';

/** Each of these lines stands in no other kind of file that bears such a name. */
const esxiLines =
	/^[ \t]*(?:(?:vm)?accepteula\b|%firstboot\b|(?:install|upgrade|installorupgrade)\b.*--(?:firstdisk|disk|drive|overwritevmfs|preservevmfs|ignoressd|novmfsondisk)\b|installorupgrade\b|vmserialnum\b|serialnum[ \t]+--esx\b|network\b.*--(?:device=)?vmnic\d|network\b.*--addvmportgroup\b)/m;

export const recogniseEsxi = (file: UnknownFile): Certainty =>
	mayHoldStatements(file) && esxiLines.test(file.text) ? certainty.certain : certainty.none;
