import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { createApplianceOffers } from '../../../client/servers/applianceOffers';
import type { Server } from '../../../client/servers/server';
import type { ApplianceParams } from '../../../server/lsp/protocol';
import type { OsImages } from '../../../server/rest/osImages';

const lab: Server = { id: 'lab', name: 'Lab', url: 'https://lxca.example.net', user: 'USERID' };
const site: Server = { ...lab, id: 'site', name: 'Site' };
const none: OsImages = {
	images: [],
	unattends: [],
	configs: [],
	predefinedMacros: [],
	supportedImages: [],
	hasLists: true,
	silent: [],
	raw: {},
};

/** What the language server is told while servers are read one after the other. */
function toldOf(...read: readonly (readonly [Server, Partial<OsImages>])[]): readonly ApplianceParams[] {
	const told: ApplianceParams[] = [];
	const tellAppliance = async (offer: ApplianceParams) => {
		told.push(offer);
	};
	const offers = createApplianceOffers({ tellAppliance }, { info: () => undefined, error: () => undefined });
	for (const [server, images] of read) offers.note(server, { ...none, ...images });
	return told;
}

suite('what appliances offer', () => {
	test('releases for unattend files are told, those of images where there are none', () => {
		const supportedImages = [
			{ name: 'sles', displayName: 'SUSE', customUnattendReleases: ['12.3', '15.6'], releases: [{ '11.4': [] }] },
			{ name: 'rhels', releases: [{ '8.10': ['IMM2'] }, { '9.4': ['IMM2'] }] },
		];
		assert.deepEqual(toldOf([lab, { supportedImages }]), [
			{
				macros: [],
				systems: [
					{ os: 'sles', name: 'SUSE', unattendReleases: ['15.6', '12.3'] },
					{ os: 'rhels', name: 'rhels', unattendReleases: ['9.4', '8.10'] },
				],
			},
		]);
	});

	test('a second server adds its systems and does not take macros away', () => {
		const [, last] = toldOf(
			[lab, { predefinedMacros: ['predefined.a.b'], supportedImages: [{ name: 'win' }] }],
			[site, { supportedImages: [{ name: 'esxi' }] }],
		);
		assert.deepEqual(last?.macros, ['predefined.a.b']);
		assert.deepEqual(
			last?.systems?.map(({ os }) => os),
			['win', 'esxi'],
		);
	});

	test('nothing is told twice, and nothing of a server that lists nothing', () => {
		assert.equal(toldOf([lab, { predefinedMacros: ['predefined.a.b'] }], [lab, {}], [site, {}]).length, 1);
		assert.equal(toldOf([lab, {}]).length, 0);
	});
});
