import assert from 'node:assert/strict';
import { test } from 'node:test';
import { folder, xclarity } from '../../support/product';
import { json, tlsServer } from '../../support/tlsServer';

const plain =
	'#predefined.unattendSettings.preinstallConfig#\n#predefined.unattendSettings.postinstallConfig#\nlang en_US\n%packages\n%end\n';

test('a refusal that does not say why tells what can be tried', async context => {
	const server = await tlsServer(({ method, target }, response) => {
		if (method === 'POST' && target.startsWith('/osImages')) response.writeHead(400).end();
		else
			json(response, target.startsWith('/osImages') ? { unattendFiles: [], configFiles: [] } : { result: 'success' });
	});
	context.after(() => server[Symbol.asyncDispose]());
	const cwd = folder(context, { 'plain.ks': plain });
	const environment = { XCLARITY_PASSWORD: 'Passw0rd', XCLARITY_STATE: folder(context, {}) };
	const { code, stderr } = await xclarity(
		[
			...['upload', 'plain.ks', '--os', 'rhels', '--osrelease', '9.4', '--force'],
			...['--server', server.url, '--user', 'USERID', '--fingerprint', server.fingerprint],
		],
		{ cwd, environment },
	);
	assert.equal(code, 3, stderr);
	assert.match(stderr, /was refused \(status 400\)\. It does not say why: a file job \(--method file\) may do\./);
});
