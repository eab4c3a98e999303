import { autoyastDialect } from './autoyast/autoyastDialect';
import { autoyastIdentity } from './autoyast/autoyastIdentity';
import type { Dialect, DialectIdentity } from './dialect';
import { esxiDialect } from './esxi/esxiDialect';
import { esxiIdentity } from './esxi/esxiIdentity';
import { kickstartDialect } from './kickstart/kickstartDialect';
import { kickstartIdentity } from './kickstart/kickstartIdentity';
import { scriptDialect } from './script/scriptDialect';
import { windowsDialect } from './windows/windowsDialect';
import { windowsIdentity } from './windows/windowsIdentity';

/** A dialect whose knowledge comes with the first of its files. */
export interface ListedDialect<Kind extends string = string> extends DialectIdentity<Kind> {
	/** All of it. The programs that ship load it now: whoever has no AutoYaST file need not wait for its tables. */
	whole(): Dialect<Kind>;
}

/**
 * Every dialect. Of those that share a form, lines or XML, the first is what a file is taken for when only a manifest
 * says that it is an unattend file.
 */
export const dialects = [
	{ ...kickstartIdentity, whole: () => kickstartDialect },
	{ ...autoyastIdentity, whole: () => autoyastDialect },
	{ ...esxiIdentity, whole: () => esxiDialect },
	{ ...windowsIdentity, whole: () => windowsDialect },
	{ ...scriptDialect, whole: () => scriptDialect },
] as const satisfies readonly ListedDialect[];

/** The kinds of documents that dialects stand for. */
export type DialectKind = (typeof dialects)[number]['kind'];
