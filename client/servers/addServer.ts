import { commands, window } from 'vscode';
import { XClarityError } from '../../server/rest/xclarityError';
import { sentences } from '../../server/texts/inARow';
import { t } from '../../server/texts/texts';
import { commandIds } from '../commandIds';
import { type InputStep, runSteps, type StepTools } from '../inputSteps';
import { requireTrustedWorkspace, testLogIn } from './connection';
import type { Credentials } from './credentials';
import { newServerId, type Server } from './server';
import type { Servers } from './servers';
import { askForTrust, type TrustAnswer } from './serverTrust';
import { readServerUrl } from './serverUrl';

/** What has been answered so far. */
interface Draft {
	url: string;
	trust: TrustAnswer | undefined;
	user: string;
	password: string;
	server: Server | undefined;
}

export interface AddServerParts {
	readonly servers: Servers;
	readonly credentials: Credentials;
}

/** Runs something on the network; a failure of the world is a sentence for the box, and the person can try again. */
async function tried(work: () => Promise<string | undefined>): Promise<string | undefined> {
	try {
		return await work();
	} catch (error) {
		if (error instanceof XClarityError) return error.message;
		throw error;
	}
}

const addressStep = (draft: Draft): InputStep => ({
	prompt: () => t('Address of the XClarity Administrator'),
	placeholder: 'https://lxca.example.net',
	value: () => draft.url,
	busy: t('Connecting…'),
	async take(text, tools) {
		if (text === '') return t('Type an address, such as https://lxca.example.net. Press Escape to cancel.');
		const read = readServerUrl(text);
		if ('problem' in read) return read.problem;
		return tried(() => prove(draft, read.url, tools));
	},
});

async function prove(draft: Draft, url: string, { whileHidden }: StepTools): Promise<string | undefined> {
	if (draft.url === url && draft.trust) return undefined;
	const trust = await askForTrust(url, whileHidden);
	if (trust === undefined)
		return t('The certificate is not trusted, so nothing was sent. Press Enter to be asked again.');
	draft.url = url;
	draft.trust = trust;
	return undefined;
}

const userStep = (draft: Draft): InputStep => ({
	prompt: () => t('User name on {url}', { url: draft.url }),
	value: () => draft.user,
	async take(text) {
		if (text === '') return t('Type the name of a user. Press Escape to cancel.');
		draft.user = text;
		return undefined;
	},
});

const passwordStep = (draft: Draft): InputStep => ({
	prompt: () =>
		t('Password of {user}. Enter tests the connection; the password is kept in the secret storage.', {
			user: draft.user,
		}),
	value: () => draft.password,
	isPassword: true,
	skip: {
		label: t('Skip: ask for the password when it is first needed'),
		go: () => {
			draft.password = '';
		},
	},
	busy: t('Testing the connection…'),
	async take(text, { signal }) {
		if (text === '') return t('Type the password, or skip it with the arrow above. Press Escape to cancel.');
		const { url, user, trust } = draft;
		const problem = await tried(() => testLogIn({ url, user, trust: trust?.trust }, text, signal));
		draft.password = problem === undefined ? text : '';
		return problem;
	},
});

const nameStep = (draft: Draft, { servers, credentials }: AddServerParts): InputStep => ({
	prompt: () =>
		draft.password === '' ? t('A name for this server') : t('The connection works. Give this server a name.'),
	value: () => new URL(draft.url).hostname,
	async take(name) {
		if (name === '') return t('Type a name. Press Escape to cancel.');
		if (servers.all().some(server => server.name === name))
			return t('There is already a server named {name}.', { name });
		const { url, user, password, trust } = draft;
		const id = newServerId(name, servers.all());
		draft.server = { id, name, url, user, ...(trust?.trust === undefined ? {} : { trust: trust.trust }) };
		if (password !== '') await credentials.keep(id, password);
		await servers.save(draft.server);
		// While the box is still there: what is typed after its end must not get into a file.
		await commands.executeCommand(commandIds.showServers);
		return undefined;
	},
});

/** Asks for address, trust, user, password and name, and keeps the server in the user's settings. */
export async function addServer(parts: AddServerParts): Promise<Server | undefined> {
	requireTrustedWorkspace();
	const draft: Draft = { url: '', trust: undefined, user: '', password: '', server: undefined };
	const steps = [addressStep(draft), userStep(draft), passwordStep(draft), nameStep(draft, parts)];
	if (!(await runSteps(t('Add server'), steps)) || draft.server === undefined) return undefined;
	const asked = draft.password === '' ? t('The password is asked for when it is first needed.') : '';
	void window.showInformationMessage(sentences(t('{server} was added.', { server: draft.server.name }), asked));
	return draft.server;
}
