import { autoyastDialect } from './autoyast/autoyastDialect';
import { esxiDialect } from './esxi/esxiDialect';
import { kickstartDialect } from './kickstart/kickstartDialect';
import { scriptDialect } from './script/scriptDialect';
import { windowsDialect } from './windows/windowsDialect';

/**
 * Every dialect. Of those that share a form, lines or XML, the first is what a file is taken for when only a manifest
 * says that it is an unattend file.
 */
export const dialects = [kickstartDialect, autoyastDialect, esxiDialect, windowsDialect, scriptDialect] as const;

/** The kinds of documents that dialects stand for. */
export type DialectKind = (typeof dialects)[number]['kind'];
