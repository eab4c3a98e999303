/** Whether the package tells truly whose code it holds. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import Ajv from 'ajv';
import { build } from 'esbuild';
import { pageBundle, productBundle, webStarts } from './bundles.mjs';
import { root } from './steps.mjs';

/** Licences that ask for a notice at most. */
const permissive = ['0BSD', 'BSD-2-Clause', 'BSD-3-Clause', 'BlueOak-1.0.0', 'ISC', 'MIT'];

/**
 * @param {string} notices as they ship
 * @param {string} bill of materials as it ships
 * @returns {Promise<{ what: string, objections: string[] }[]>}
 */
export async function papersCheck(notices, bill) {
	const bundled = (await bundledFolders()).map(folder => {
		const { name, version, license } = JSON.parse(readFileSync(path.join(root, folder, 'package.json'), 'utf8'));
		return { name, version, license, folder };
	});
	const { components } = JSON.parse(bill);
	const listed = components.map(({ purl }) => decodeURIComponent(purl.replace('pkg:npm/', '')));
	const expected = bundled.map(({ name, version }) => `${name}@${version}`);
	return [
		{
			what: `has the notices of all ${bundled.length} packages that are bundled`,
			objections: bundled.filter(each => !isNoticed(each, notices)).map(({ name }) => name),
		},
		{
			what: 'lists them, and no others, as its materials',
			objections: [
				...expected.filter(each => !listed.includes(each)).map(each => `${each} is missing`),
				...listed.filter(each => !expected.includes(each)).map(each => `${each} is not bundled`),
			],
		},
		{ what: 'has a bill of materials that its schema allows', objections: schemaObjections(JSON.parse(bill)) },
		{
			what: 'holds code under permissive licences only',
			objections: bundled
				.filter(({ license }) => !permissive.includes(license))
				.map(({ name, license }) => `${name}: ${license}`),
		},
	];
}

/** Of every package that esbuild has read and not left out in full. */
async function bundledFolders() {
	const programs = { client: [], server: [] };
	const builds = [productBundle, pageBundle, webStarts].map(bundle =>
		build({ ...bundle({ minify: true, programs }), outdir: 'dist', write: false, metafile: true, absWorkingDir: root }),
	);
	const outputs = (await Promise.all(builds)).flatMap(({ metafile }) => Object.values(metafile.outputs));
	const inputs = outputs.flatMap(output =>
		Object.keys(output.inputs).filter(input => output.inputs[input].bytesInOutput > 0),
	);
	return [...new Set(inputs.flatMap(input => /.*node_modules\/(?:@[^/]+\/)?[^/]+/.exec(input)?.[0] ?? []))];
}

function isNoticed({ name, version, folder }, notices) {
	const licence = readdirSync(path.join(root, folder)).find(file => /^licen[cs]e/i.test(file));
	const text = readFileSync(path.join(root, folder, licence), 'utf8')
		.replaceAll('\r\n', '\n')
		.trim();
	return notices.includes(`\n${name} ${version} (`) && notices.includes(text);
}

function schemaObjections(document) {
	const folder = path.join(root, 'node_modules', '@cyclonedx', 'cyclonedx-library', 'res', 'schema');
	const named = name => `${name}.SNAPSHOT.schema.json`;
	const schema = name => JSON.parse(readFileSync(path.join(folder, named(name)), 'utf8'));
	const ajv = new Ajv({ strict: false, validateFormats: false, allErrors: true });
	for (const name of ['spdx', 'jsf-0.82']) {
		ajv.addSchema(schema(name), `http://cyclonedx.org/schema/${named(name)}`);
	}
	const validate = ajv.compile(schema('bom-1.6'));
	validate(document);
	return (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`);
}
