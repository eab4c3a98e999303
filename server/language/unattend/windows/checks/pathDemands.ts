import { english } from '../../../../texts/texts';
import type { SettingDemand } from './settingDemands';

/** Setup takes no slashes in paths; whether a path is whole is not judged, since some start at the medium. */
const path: SettingDemand = {
	code: 'windows-form',
	expected: english('a path with backslashes'),
	accepts: text => !text.includes('/'),
	mend: text => text.replaceAll('/', '\\'),
};

/** A folder of the installed system: its drive is known. */
const folder: SettingDemand = {
	...path,
	expected: english('a whole path such as D:\\Users'),
	accepts: text => /^\s*(?:[a-z]:\\|%)[^/]*$/i.test(text),
	mend: text => (/^[a-z]:\//i.test(text) ? text.replaceAll('/', '\\') : undefined),
};

/** Paths on a disk or a share; by component, without `Microsoft-Windows-`, and path. */
export const pathDemands: Readonly<Record<string, SettingDemand>> = {
	'Setup/LogPath': path,
	'Setup/PageFile/Path': folder,
	'Setup/ImageInstall/OSImage/InstallFrom/Path': path,
	'Setup/ImageInstall/DataImage/InstallFrom/Path': path,
	'PnpCustomizationsWinPE/DriverPaths/PathAndCredentials/Path': path,
	'PnpCustomizationsNonWinPE/DriverPaths/PathAndCredentials/Path': path,
	'Shell-Setup/FolderLocations/ProfilesDirectory': folder,
	'Shell-Setup/FolderLocations/ProgramData': folder,
	'Shell-Setup/OEMInformation/Logo': path,
};
