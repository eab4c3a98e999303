import { isKnownName, knownNames } from '../../../values/knownNames';

/** True for the names of the IANA time zone database, aliases included; letters count, as they do for the installer. */
export const isTimeZone = (name: string): boolean => isKnownName('timeZones', name);

/** Names to propose. */
export const timeZones = (): readonly string[] => [...knownNames('timeZones')];
