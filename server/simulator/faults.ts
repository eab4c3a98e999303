import { describeFaults, type FaultName, faultTable } from './faultTable';
import { type PlacedRequest, parsePlace, placeCounter, type RequestPlace } from './requestPlace';

/** One thing that goes wrong, and where. */
export interface Fault extends RequestPlace {
	/** As it was written. */
	readonly text: string;
	readonly kind: FaultName;
	readonly value: string;
}

const form = /^(?<kind>[a-z0-9-]+)(?:=(?<value>[^@#%]+))?(?:@(?<place>(?:[A-Z]+ )?\/[^#%]*))?(?<count>[#%]\d+)?$/;

/**
 * Reads `KIND[=VALUE][@[METHOD ]PATH][#N|%N]`, such as `500#3`, `401@GET /osImages`, `slow=2000@/tasks%2`.
 * @throws {RangeError} with a sentence that says what is wrong.
 */
export function parseFault(text: string): Fault {
	const { kind = '', value, place: path = '', count = '' } = form.exec(text)?.groups ?? {};
	const place = parsePlace(path + count);
	if (kind === '' || !place) {
		throw new RangeError(
			`‘${text}’ is not a fault; write KIND[=VALUE][@[METHOD ]PATH][#N|%N] and count from 1, as in 500@GET /tasks#2.`,
		);
	}
	if (!isFault(kind)) {
		const names = describeFaults().map(({ name }) => name);
		throw new RangeError(`The simulator has no fault ‘${kind}’. There are: ${names.join(', ')}.`);
	}
	return { text, kind, value: checkValue(kind, value), ...place };
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
	take(request: PlacedRequest): Fault | undefined;
}

export function createFaultPlan(faults: readonly Fault[]): FaultPlan {
	const plan = (wanted: readonly Fault[]) =>
		wanted.filter(({ kind }) => kind !== 'wrong-certificate').map(fault => ({ fault, isMet: placeCounter(fault) }));
	let planned = plan(faults);
	return {
		set: wanted => {
			planned = plan(wanted);
		},
		take: request => planned.filter(({ isMet }) => isMet(request))[0]?.fault,
	};
}
