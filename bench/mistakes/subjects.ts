/** The languages, each with its correct files and its kinds of mistakes. */
import { autoyastSample } from './correct/autoyast';
import { configSample } from './correct/configFile';
import { esxiSample } from './correct/esxi';
import { kickstartSample } from './correct/kickstart';
import { windowsSample } from './correct/windows';
import type { FaultKind, Sample, Subject } from './fault';
import { autoyastDiskFaults } from './faults/autoyastDiskFaults';
import { autoyastFaults } from './faults/autoyastFaults';
import { autoyastFreshHostFaults } from './faults/autoyastFreshHostFaults';
import { autoyastFreshServiceFaults } from './faults/autoyastFreshServiceFaults';
import { autoyastGuideFaults } from './faults/autoyastGuideFaults';
import { autoyastHostFaults } from './faults/autoyastHostFaults';
import { autoyastServiceFaults } from './faults/autoyastServiceFaults';
import { configFaults } from './faults/configFaults';
import { encodingFaults } from './faults/encodingFaults';
import { esxiAdminFaults, esxiAdminTextFaults } from './faults/esxiAdminFaults';
import { esxiFaults } from './faults/esxiFaults';
import { esxiHabitFaults } from './faults/esxiHabitFaults';
import { esxiSlips } from './faults/esxiSlips';
import { freshConfigFaults } from './faults/freshConfigFaults';
import { freshPairFaults } from './faults/freshPairFaults';
import { jsonFaults } from './faults/jsonFaults';
import { kickstartDiskFaults } from './faults/kickstartDiskFaults';
import { kickstartCommandFaults, kickstartSectionFaults, kickstartValueFaults } from './faults/kickstartFaults';
import { kickstartHabitFaults } from './faults/kickstartHabitFaults';
import { kickstartSlips } from './faults/kickstartSlips';
import { kickstartSystemFaults } from './faults/kickstartSystemFaults';
import { kickstartTextFaults } from './faults/kickstartTextFaults';
import { laterConfigFaults } from './faults/laterConfigFaults';
import { laterPairFaults } from './faults/laterPairFaults';
import { pairFaults } from './faults/pairFaults';
import { unseenConfigFaults } from './faults/unseenConfigFaults';
import { unseenJsonFaults } from './faults/unseenJsonFaults';
import { unseenMacroFaults } from './faults/unseenMacroFaults';
import { unseenPairFaults } from './faults/unseenPairFaults';
import { unseenTreeFaults } from './faults/unseenTreeFaults';
import { windowsAccountFaults } from './faults/windowsAccountFaults';
import { windowsDiskFaults } from './faults/windowsDiskFaults';
import { windowsFaults } from './faults/windowsFaults';
import { windowsFreshHostFaults } from './faults/windowsFreshHostFaults';
import { windowsFreshSetupFaults } from './faults/windowsFreshSetupFaults';
import { windowsHostFaults } from './faults/windowsHostFaults';
import { windowsPlaceFaults } from './faults/windowsPlaceFaults';
import { windowsReferenceFaults } from './faults/windowsReferenceFaults';
import { xmlFaults } from './faults/xmlFaults';
import { xmlSlipFaults } from './faults/xmlSlipFaults';
import type { Random } from './random';

interface SubjectFiles {
	readonly sample: (random: Random) => Sample;
	readonly kinds: readonly FaultKind[];
}

export const subjects: Readonly<Record<Subject, SubjectFiles>> = {
	config: {
		sample: configSample,
		kinds: [
			...configFaults,
			...jsonFaults,
			...freshConfigFaults,
			...unseenJsonFaults,
			...unseenConfigFaults,
			...unseenTreeFaults,
			...laterConfigFaults,
			...encodingFaults('config'),
		],
	},
	pair: {
		sample: random =>
			random.pick([kickstartSample, kickstartSample, autoyastSample, windowsSample, esxiSample])(random, 0.9),
		kinds: [...pairFaults, ...freshPairFaults, ...unseenMacroFaults, ...unseenPairFaults, ...laterPairFaults],
	},
	kickstart: {
		sample: kickstartSample,
		kinds: [
			...kickstartCommandFaults,
			...kickstartSectionFaults,
			...kickstartValueFaults,
			...kickstartSlips,
			...kickstartDiskFaults,
			...kickstartSystemFaults,
			...kickstartTextFaults,
			...kickstartHabitFaults,
			...encodingFaults('kickstart'),
		],
	},
	esxi: {
		sample: esxiSample,
		kinds: [
			...esxiFaults,
			...esxiSlips,
			...esxiAdminFaults,
			...esxiAdminTextFaults,
			...esxiHabitFaults,
			...encodingFaults('esxi'),
		],
	},
	autoyast: {
		sample: autoyastSample,
		kinds: [
			...autoyastFaults,
			...autoyastDiskFaults,
			...autoyastHostFaults,
			...autoyastServiceFaults,
			...autoyastFreshHostFaults,
			...autoyastFreshServiceFaults,
			...autoyastGuideFaults,
			...xmlFaults('autoyast'),
			...xmlSlipFaults('autoyast'),
			...encodingFaults('autoyast'),
		],
	},
	windows: {
		sample: windowsSample,
		kinds: [
			...windowsFaults,
			...windowsDiskFaults,
			...windowsAccountFaults,
			...windowsHostFaults,
			...windowsFreshSetupFaults,
			...windowsFreshHostFaults,
			...windowsReferenceFaults,
			...windowsPlaceFaults,
			...xmlFaults('windows'),
			...xmlSlipFaults('windows'),
			...encodingFaults('windows'),
		],
	},
};
