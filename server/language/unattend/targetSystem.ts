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
	/** True for what looks like one of its releases. */
	isRelease(release: string): boolean;
}

type Listed = Pick<TargetSystem, 'shortLabel' | 'option' | 'kind' | 'takes'> & {
	readonly names: string;
	readonly releaseForm: string;
};

/** Every system that is known, the appliance's most common ones first. */
export const targetSystems: readonly TargetSystem[] = Object.entries<Listed>(data.systems).map(
	([os, { names, releaseForm, shortLabel, option, kind, takes }]) => {
		const pattern = new RegExp(names, 'i');
		const form = new RegExp(releaseForm, 'i');
		const facts = { shortLabel, option, kind, ...(takes ? { takes } : {}) };
		return { os, ...facts, isNamed: name => pattern.test(name), isRelease: release => form.test(release.trim()) };
	},
);

/** The system that a kind of unattend file installs. */
export const systemOf = (kind: string): TargetSystem | undefined => targetSystems.find(system => system.kind === kind);

/** `win2022` and `rhels9.4` are `win` and `rhels`; other spellings stay unknown. */
export const shortNameOf = (os: string | undefined): string | undefined =>
	targetSystems.find(system => os?.toLowerCase().startsWith(system.os))?.os;

const withoutUnattend = new RegExp(data.withoutUnattend, 'i');

/** True for what a link may give as a system for which the appliance takes no unattend files. */
export const isWithoutUnattend = (name: string): boolean => withoutUnattend.test(name);
