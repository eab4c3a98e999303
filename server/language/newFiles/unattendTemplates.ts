import { esxiTemplate } from './esxiTemplate';
import { kickstartTemplates } from './kickstartTemplates';
import type { NewFileTemplate } from './newFileTemplate';
import { slesTemplate } from './slesTemplate';
import { windowsTemplate } from './windowsTemplate';

/** Unattend files that deploy as they are, with the macros that the appliance recommends, for each operating system. */
export const unattendTemplates = (): readonly NewFileTemplate[] => [
	...kickstartTemplates,
	slesTemplate,
	esxiTemplate,
	windowsTemplate,
];
