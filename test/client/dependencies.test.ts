/**
 * The page of the packages that are built in. When this fails after one came, went or changed its licence, correct
 * docs/dependencies.md: say why the package is there.
 */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { suite, test } from 'node:test';
import { dist } from '../support/product';

interface Component {
	readonly purl: string;
	readonly licenses: readonly { readonly license: { readonly id: string } }[];
}

interface Locked {
	readonly version?: string;
	readonly integrity?: string;
}

suite('the page of the packages that are built in', () => {
	test('has a row with licence, reason and size for each, and none besides', () => {
		const page = readFileSync('docs/dependencies.md', 'utf8');
		const rows = [...page.matchAll(/^\| (\S+) \| (\S+) \| .*\S.* \| \d+ \|$/gm)].map(
			([, name, licence]) => `${name} ${licence}`,
		);
		const bill: { readonly components: readonly Component[] } = JSON.parse(
			readFileSync(path.join(dist, 'sbom.cdx.json'), 'utf8'),
		);
		const bundled = bill.components.map(({ purl, licenses }) => {
			const [, name = ''] = /^pkg:npm\/(.+)@/.exec(decodeURIComponent(purl)) ?? [];
			return `${name} ${licenses.map(({ license }) => license.id).join(' ')}`;
		});
		assert.deepEqual(rows.sort(), bundled.sort());
	});

	test('every package of the lock file has a version and a checksum', () => {
		const { packages }: { readonly packages: Readonly<Record<string, Locked>> } = JSON.parse(
			readFileSync('package-lock.json', 'utf8'),
		);
		const incomplete = Object.entries(packages).filter(
			([name, locked]) => name !== '' && !(locked.version && locked.integrity),
		);
		assert.deepEqual(
			incomplete.map(([name]) => name),
			[],
		);
	});

	test('npm installs nothing beside the package', () => {
		const manifest: Readonly<Record<string, unknown>> = JSON.parse(readFileSync('package.json', 'utf8'));
		const kinds = ['dependencies', 'optionalDependencies', 'peerDependencies'];
		assert.deepEqual(
			kinds.filter(kind => kind in manifest),
			[],
		);
	});
});
