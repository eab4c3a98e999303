import data from '../../../schemas/operating-systems.json';

/** An operating system that the appliance installs. */
export interface TargetSystem {
	/** Short name of the appliance, without a release. */
	readonly os: string;
	/** As sentences call it. */
	readonly shortLabel: string;
	/** Option of the terminal tool that sets it as target. */
	readonly option: string;
	/** Kind of the unattend file that installs it. */
	readonly kind: string;
	/** What the vendor says it takes, in the plural; absent where no page says so. */
	readonly takes?: string;
	/** True for what a link may give as its name, with or without a release. */
	isNamed(os: string): boolean;
}

type Listed = Omit<TargetSystem, 'os' | 'isNamed'> & { readonly names: string };

/** Every system that is known, the appliance's most common ones first. */
export const targetSystems: readonly TargetSystem[] = Object.entries<Listed>(data.systems).map(
	([os, { names, ...facts }]) => {
		const pattern = new RegExp(names, 'i');
		return { os, ...facts, isNamed: name => pattern.test(name) };
	},
);

/** The system that a kind of unattend file installs. */
export const systemOf = (kind: string): TargetSystem | undefined => targetSystems.find(system => system.kind === kind);

/** `win2022` and `rhels9.4` are `win` and `rhels`; other spellings stay unknown. */
export const shortNameOf = (os: string | undefined): string | undefined =>
	targetSystems.find(system => os?.toLowerCase().startsWith(system.os))?.os;
