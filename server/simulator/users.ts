/** What a route may ask of its user, as the vendor names the privileges of operating-system deployment. */
export type Privilege =
	| 'lxc-osdeploy-create-import-export-edit-os-files'
	| 'lxc-osdeploy-delete-os-files'
	| 'lxc-osdeploy-create-edit-remote-file-server'
	| 'lxc-osdeploy-delete-remote-file-server'
	| 'lxc-osdeploy-edit-global-settings'
	| 'lxc-osdeploy-edit-settings-and-deploy-os-images';

/** The predefined roles that matter here: the first three hold every privilege of deployment, the last only reads. */
export type Role = 'lxc-supervisor' | 'lxc-admin' | 'lxc-os-admin' | 'lxc-operator';

export interface User {
	readonly name: string;
	readonly password: string;
	readonly role: Role;
}

export const mayDo = (user: User, _privilege: Privilege): boolean => user.role !== 'lxc-operator';

/** The users of a simulator: the named one, a second administrator of images, and one who may only read. */
export const createUsers = (name: string, password: string): readonly User[] => [
	{ name, password, role: 'lxc-supervisor' },
	{ name: 'OSADMIN', password, role: 'lxc-os-admin' },
	{ name: 'OPERATOR', password, role: 'lxc-operator' },
];
