import { sentences } from '../texts/inARow';
import { english, t, translate } from '../texts/texts';
import { type CookieJar, cookieJar } from './cookieJar';
import { pause } from './pause';
import { type Redact, redactor } from './redact';
import { messagesText, readMessages, resultOf } from './reply';
import { type Answer, type Exchange, openTransport, type Transport, type TransportOptions, target } from './transport';
import { cookieNames, headerNames, isObject, type JsonObject, type LogInRequest, paths, readJobId } from './wire';
import { XClarityError, type XClarityErrorKind } from './xclarityError';

export interface Credentials {
	readonly user: string;
	readonly password: string;
}

export interface SessionOptions extends TransportOptions {
	readonly credentials: Credentials;
	readonly signal?: AbortSignal | undefined;
	/** Takes one line an exchange, without secrets. */
	readonly log?: ((line: string) => void) | undefined;
}

/** A call in a session; `safe` when it may be repeated, so that a lost session can be renewed under it. */
export interface Call extends Exchange {
	readonly safe?: boolean;
	/** Somebody else may act between two tries: who calls looks first, and then decides. */
	readonly once?: boolean;
	/** A key that makes a body an answer, even where the envelope calls it a failure. */
	readonly answers?: string;
}

/** Milliseconds for the log-out, which nobody should have to wait for. */
const logOutTimeout = 5_000;
/** Milliseconds before each try to log out. */
const logOutDelays = [0, 150, 600] as const;
/** Milliseconds a cancelled log-in has to come to its end, so that the session it makes can be closed. */
const logInGrace = 3_000;

/** Masking a shorter token would make texts unreadable, and it would be no secret. */
const shortestSecretToken = 8;

/**
 * A session on the appliance: cookies, token, renewal and log-out. Appliances limit the number of sessions, so each
 * one that was opened must be closed.
 */
export class Session {
	readonly #transport: Transport;
	readonly #options: SessionOptions;
	readonly #cookies: CookieJar;
	#token: string | undefined;
	#redact: Redact;
	#renewal: Promise<void> | undefined;
	/** Calls that wait for their answer. */
	readonly #calls = new Set<Promise<Answer>>();
	/** True when the appliance wants the password changed. */
	passwordChangeRequired = false;

	private constructor(options: SessionOptions) {
		this.#options = options;
		this.#transport = openTransport(options);
		this.#cookies = cookieJar(this.#transport.address.hostname);
		this.#redact = redactor([options.credentials.password]);
	}

	/** @throws {XClarityError} `unauthorized` when user and password are not accepted. */
	static async logIn(options: SessionOptions): Promise<Session> {
		const session = new Session(options);
		try {
			await session.#logIn(options.signal);
			if (options.signal?.aborted) throw new XClarityError(t('Logging in was cancelled.'), { kind: 'cancelled' });
			return session;
		} catch (error) {
			await session.logOut();
			throw error;
		}
	}

	/** `host:port` of the appliance. */
	get host(): string {
		return this.#transport.address.label;
	}

	get user(): string {
		return this.#options.credentials.user;
	}

	get redact(): Redact {
		return this.#redact;
	}

	/**
	 * The body of the answer: undefined for an empty one.
	 * @throws {XClarityError} for whatever is no success.
	 */
	async call(call: Call): Promise<unknown> {
		const answer = await this.#ask(call);
		if (isDenied(answer) && !isAnswer(call, answer) && (call.safe ?? call.method !== 'POST')) {
			await this.#renew();
			return this.#accept(call, await this.#ask(call));
		}
		return this.#accept(call, answer);
	}

	/** An exchange in the session, once there is one. */
	async #ask(call: Call): Promise<Answer> {
		await this.#renewal;
		const exchange = this.#exchange(call);
		this.#calls.add(exchange);
		return exchange.finally(() => this.#calls.delete(exchange));
	}

	/** Ends the session as well as that can be done; never throws, and may be called more than once. */
	async logOut(): Promise<void> {
		await this.#endSession();
		await this.#transport.close();
	}

	async #logIn(signal: AbortSignal | undefined): Promise<void> {
		const { user, password } = this.#options.credentials;
		const body: LogInRequest = { UserId: user, password };
		const exchange: Exchange = { method: 'POST', path: paths.sessions, json: body };
		const answer = await withGrace(signal, logInGrace, delayed => this.#exchange({ ...exchange, signal: delayed }));
		const response = isObject(answer.body) && isObject(answer.body.response) ? answer.body.response : {};
		const session = isObject(response.session) ? response.session : {};
		const inBody = typeof session.csrf === 'string' && /^[\x21-\x7e]+$/.test(session.csrf) ? session.csrf : undefined;
		this.#token = this.#cookies.get(cookieNames.csrf) ?? inBody;
		const tokens = [this.#token, this.#cookies.get(cookieNames.session)].filter(token => token !== undefined);
		this.#redact = redactor([password, ...tokens.filter(token => token.length >= shortestSecretToken)]);
		this.#accept(exchange, answer);
		this.passwordChangeRequired = response.pwChangeRequired === true;
		if (this.passwordChangeRequired) this.#log(`${this.host} wants the password of the user to be changed`);
	}

	/**
	 * Logs in again, once for all calls that were refused at the same time. A refusal need not mean that the session is
	 * over: it is ended when nothing waits for an answer in it any more.
	 */
	#renew(): Promise<void> {
		this.#renewal ??= (async () => {
			this.#log(`the session on ${this.host} is renewed`);
			await Promise.allSettled([...this.#calls]);
			await this.#endSession();
			await this.#logIn(undefined);
		})().finally(() => {
			this.#renewal = undefined;
		});
		return this.#renewal;
	}

	async #endSession(): Promise<void> {
		if (this.#cookies.header() === undefined) return;
		// A log-in that broke off has told the token by its cookie only.
		this.#token ??= this.#cookies.get(cookieNames.csrf);
		try {
			for (const delay of logOutDelays) {
				if (delay > 0) await pause(delay, t('Logging out'), undefined);
				if (await this.#tryToLogOut()) return;
			}
		} finally {
			this.#cookies.clear();
			this.#token = undefined;
		}
	}

	/** False when it makes sense to try again: the session would count until it runs out. */
	async #tryToLogOut(): Promise<boolean> {
		try {
			const { status } = await this.#exchange({ method: 'DELETE', path: paths.sessions, timeout: logOutTimeout });
			return status < 500 && status !== 429 && status !== 408;
		} catch (error) {
			const reason = error instanceof Error ? error.message : String(error);
			this.#log(`logging out did not succeed: ${reason}`);
			// An answer that cannot be read is one: the appliance has had the request.
			return error instanceof XClarityError && error.kind === 'unexpected' && (error.status ?? 500) < 300;
		}
	}

	async #exchange(exchange: Exchange): Promise<Answer> {
		const started = performance.now();
		const cookie = this.#cookies.header();
		const headers = {
			...(cookie === undefined ? {} : { cookie }),
			...(this.#token === undefined ? {} : { [headerNames.csrf]: this.#token }),
			...exchange.headers,
		};
		const took = (): string => `${Math.round(performance.now() - started)} ms`;
		const log = (what: () => string): void => {
			if (this.#options.log) this.#log(`${exchange.method} ${target(exchange)} -> ${what()}`);
		};
		try {
			// Taken from the head: the body may break off, or be no JSON, and the session is there all the same.
			const onCookies = (lines: readonly string[]): void => this.#cookies.take(lines);
			const answer = await this.#transport.send({ ...exchange, headers, onCookies });
			log(() => `${answer.status} in ${took()}`);
			return answer;
		} catch (error) {
			log(() => `${error instanceof Error ? error.message : String(error)} after ${took()}`);
			throw error;
		}
	}

	#log(line: string): void {
		this.#options.log?.(this.#redact(line));
	}

	#accept(exchange: Call, answer: Answer): unknown {
		const { status, body } = answer;
		const envelope: JsonObject = isObject(body) ? body : {};
		const result = status < 400 ? resultIn(exchange, body) : 'failed';
		// There is a job, which tells more of what has become of it than a word of the answer.
		if (status < 400 && exchange.method === 'POST' && readJobId(envelope) !== undefined) return body;
		if (result === 'done' || result === 'unsaid' || isAnswer(exchange, answer)) return body;
		const messages = readMessages(envelope.messages, this.#redact);
		const atLogIn = exchange.method === 'POST' && exchange.path === paths.sessions;
		// Nothing was refused for certain: who has changed something looks whether it was done.
		const kind = result === 'unclear' ? 'unexpected' : failureKind(status, atLogIn);
		const path = this.#redact(exchange.path);
		const verdict = translate((atLogIn ? logInVerdicts : verdicts)[kind], {
			call: `${exchange.method} ${path}`,
			host: this.host,
			status,
		});
		const message = messagesText(messages);
		const own = message === '' ? (kind === 'unauthorized' ? t('User name or password is not accepted.') : '') : message;
		throw new XClarityError(sentences(verdict, own), {
			kind,
			status,
			method: exchange.method,
			path,
			messages,
		});
	}
}

/** A change is answered by an object or by nothing; what only reads may be answered by a list. */
function resultIn({ method }: Call, body: unknown): ReturnType<typeof resultOf> {
	if (isObject(body)) return resultOf(body);
	return method === 'GET' || body === undefined ? 'unsaid' : 'unclear';
}

/** True for a failure that has what was asked for. */
const isAnswer = ({ answers }: Call, { body }: Answer): boolean =>
	answers !== undefined && isObject(body) && body[answers] !== undefined;

const isDenied = ({ status }: Answer): boolean => status === 401 || status === 403;

type FailureKind = Extract<XClarityErrorKind, 'unauthorized' | 'refused' | 'failed' | 'unexpected'>;

const verdicts: Readonly<Record<FailureKind, string>> = {
	unauthorized: english('{call} on {host} was not authorized (status {status}).'),
	refused: english('{call} on {host} was refused (status {status}).'),
	failed: english('{call} on {host} failed (status {status}).'),
	unexpected: english('{call} on {host}: the answer does not say whether it was done (status {status}).'),
};

const logInVerdicts: Readonly<Record<FailureKind, string>> = {
	unauthorized: english('Logging in on {host} was not authorized (status {status}).'),
	refused: english('Logging in on {host} was refused (status {status}).'),
	failed: english('Logging in on {host} failed (status {status}).'),
	unexpected: english('Logging in on {host}: the answer does not say whether it was done (status {status}).'),
};

function failureKind(status: number, atLogIn: boolean): FailureKind {
	if (status >= 500) return 'failed';
	return status === 401 || (atLogIn && (status === 400 || status === 403)) ? 'unauthorized' : 'refused';
}

/** Passes a cancellation on with a delay, so that what is nearly done is done. */
async function withGrace<T>(
	signal: AbortSignal | undefined,
	grace: number,
	use: (delayed: AbortSignal) => Promise<T>,
): Promise<T> {
	const delayed = new AbortController();
	let timer: NodeJS.Timeout | undefined;
	const abort = (): void => {
		timer = setTimeout(() => delayed.abort(), grace);
	};
	if (signal?.aborted) delayed.abort();
	else signal?.addEventListener('abort', abort, { once: true });
	try {
		return await use(delayed.signal);
	} finally {
		clearTimeout(timer);
		signal?.removeEventListener('abort', abort);
	}
}
