/**
 * What the package is made of, as CycloneDX 1.6 has it: our program and the packages that are bundled in it. It says
 * neither when nor by whom it was made, so that the same sources give the same file.
 * @param {ReturnType<import('./bundledPackages.mjs').bundledPackages>} packages
 * @param {{ name: string, version: string, license: string }} product our package.json
 */
export function billOfMaterials(packages, product) {
	const ours = refOf(product);
	const bundled = new Map(packages.map(each => [each.name, refOf(each)]));
	const dependsOn = names => names.flatMap(name => bundled.get(name) ?? []).sort();
	return {
		$schema: 'http://cyclonedx.org/schema/bom-1.6.schema.json',
		bomFormat: 'CycloneDX',
		specVersion: '1.6',
		version: 1,
		metadata: { component: { type: 'application', ...identity(product) } },
		components: packages.map(each => ({
			type: 'library',
			...identity(each),
			...(each.integrity === '' ? {} : { hashes: [hashOf(each.integrity)] }),
			externalReferences: [{ type: 'website', url: each.homepage }],
		})),
		dependencies: [
			{ ref: ours, dependsOn: [...bundled.values()].sort() },
			...packages.map(each => ({ ref: refOf(each), dependsOn: dependsOn(each.dependencies) })),
		],
	};
}

/** A package URL: https://github.com/package-url/purl-spec, type npm. */
const refOf = ({ name, version }) => `pkg:npm/${name.replace('@', '%40')}@${version}`;

function identity({ name, version, license }) {
	const [scope, short] = name.startsWith('@') ? name.split('/') : [undefined, name];
	const purl = refOf({ name, version });
	return {
		'bom-ref': purl,
		...(scope ? { group: scope } : {}),
		name: short,
		version,
		licenses: [/\s/.test(license) ? { expression: license } : { license: { id: license } }],
		purl,
	};
}

/** From the form of a lock file, such as `sha512-…` in base64. */
function hashOf(integrity) {
	const [algorithm, digest] = integrity.split(' ')[0].split(/-(.*)/s);
	return {
		alg: algorithm.toUpperCase().replace('SHA', 'SHA-'),
		content: Buffer.from(digest, 'base64').toString('hex'),
	};
}
