import type { Appliance } from '../appliance';
import type { RoutedCall } from '../call';
import { type Reply, success } from '../reply';

/** Version information; the values say that nothing real is behind them. */
export function showAppliance(_call: RoutedCall, { now }: Appliance): Reply {
	const time = new Date(now());
	return success({
		appliance: {
			build: 'simulator',
			date: '2026-01-01_00-00-00',
			name: 'XClarity Authoring simulator',
			runlevel: 3,
			status: 'Normal',
			uuid: '00000000-0000-0000-0000-000000000000',
			version: '4.3.0',
		},
		appliance_states: [],
		date: { date_time: time.toISOString(), timezone: 'UTC' },
		network_interfaces: [],
		services: [],
		subscriptions: [],
	});
}

const presets = {
	activeDirectory: { allDomains: [], defaultDomain: '' },
	credentials: [
		{ name: 'root', type: 'ESXi' },
		{ name: 'root', type: 'LINUX' },
		{ name: 'Administrator', type: 'WINDOWS' },
	],
	ipAssignment: 'dhcpv4',
	isVLANMode: false,
	licenseKeys: {},
};

export function showSettings(_call: RoutedCall, { repository }: Appliance): Reply {
	return success({
		deploySettings: { ipDuplicationCheckEnabled: false, stateTransitionTimeout: 60 },
		globalSetting: { ...presets, ...repository.state.settings },
	});
}

export function changeSettings({ body }: RoutedCall, { repository }: Appliance): Reply {
	const given = typeof body === 'object' && body !== null && !Array.isArray(body) ? body : {};
	repository.state.settings = { ...repository.state.settings, ...given };
	repository.save();
	return success();
}
