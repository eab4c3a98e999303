import { describeFaults, type FaultName, faultTable } from './faultTable';

/** One thing that shall go wrong, and where. */
export interface Fault {
	/** As it was written. */
	readonly text: string;
	readonly kind: FaultName;
	readonly value: string;
	/** `undefined`: any. */
	readonly method: string | undefined;
	/** The path, or what it starts with; empty: any. */
	readonly path: string;
	/** `{ nth: 3 }`: the third request that fits; `{ each: 3 }`: every third one; nothing: all. */
	readonly nth: number | undefined;
	readonly each: number | undefined;
}

const form =
	/^(?<kind>[a-z0-9-]+)(?:=(?<value>[^@#%]+))?(?:@(?:(?<method>[A-Z]+) )?(?<path>\/[^#%]*))?(?:#(?<nth>\d+)|%(?<each>\d+))?$/;

/**
 * Reads `KIND[=VALUE][@[METHOD ]PATH][#N|%N]`, such as `500#3`, `401@GET /osImages`, `slow=2000@/tasks%2`.
 * @throws {RangeError} with a sentence that says what is wrong.
 */
export function parseFault(text: string): Fault {
	const groups = form.exec(text)?.groups;
	if (!groups) {
		throw new RangeError(
			`‘${text}’ is not a fault; write KIND[=VALUE][@[METHOD ]PATH][#N|%N], as in 500@GET /tasks#2.`,
		);
	}
	const { kind = '', value, method, path = '', nth, each } = groups;
	if (!isFault(kind)) {
		const names = describeFaults().map(({ name }) => name);
		throw new RangeError(`The simulator has no fault ‘${kind}’. There are: ${names.join(', ')}.`);
	}
	if (nth === '0' || each === '0') throw new RangeError(`Count the requests from 1 in ‘${text}’.`);
	return {
		text,
		kind,
		value: checkValue(kind, value),
		method,
		path,
		nth: nth === undefined ? undefined : Number(nth),
		each: each === undefined ? undefined : Number(each),
	};
}

const isFault = (text: string): text is FaultName => Object.hasOwn(faultTable, text);

function checkValue(kind: FaultName, given: string | undefined): string {
	const { value: wanted } = describeFaults().find(({ name }) => name === kind) ?? {};
	if (wanted === undefined) {
		if (given === undefined) return '';
		throw new RangeError(`The fault ‘${kind}’ takes no value.`);
	}
	if (wanted === 'milliseconds') {
		if (given === undefined || /^\d{1,7}$/.test(given)) return given ?? '2000';
		throw new RangeError(`Give ‘${kind}’ milliseconds, as in ${kind}=2000.`);
	}
	if (wanted === 'url') {
		if (given !== undefined && URL.canParse(given)) return given;
		throw new RangeError(`Give ‘${kind}’ an address, as in ${kind}=https://127.0.0.1:1234/.`);
	}
	if (given === undefined || wanted.includes(given)) return given ?? wanted[0];
	throw new RangeError(`Give ‘${kind}’ one of these values: ${wanted.join(', ')}.`);
}

/** The faults that are wanted now, and how often each was near. */
export interface FaultPlan {
	/** Replaces all faults; counting starts again. */
	set(faults: readonly Fault[]): void;
	/** The fault that meets this request, if any; every fault that fits counts it. */
	take(request: { readonly method: string; readonly path: string }): Fault | undefined;
}

export function createFaultPlan(faults: readonly Fault[]): FaultPlan {
	let planned = faults.map(fault => ({ fault, seen: 0 }));
	return {
		set: wanted => {
			planned = wanted.map(fault => ({ fault, seen: 0 }));
		},
		take: request => {
			const due = planned.filter(entry => {
				if (!fits(entry.fault, request)) return false;
				entry.seen += 1;
				const { nth, each } = entry.fault;
				return (nth === undefined || entry.seen === nth) && (each === undefined || entry.seen % each === 0);
			});
			return due[0]?.fault;
		},
	};
}

const fits = (fault: Fault, { method, path }: { readonly method: string; readonly path: string }): boolean =>
	fault.kind !== 'wrong-certificate' &&
	(fault.method === undefined || fault.method === method) &&
	(fault.path === '' || path === fault.path || path.startsWith(`${fault.path.replace(/\/$/, '')}/`));
