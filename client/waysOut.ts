import { UploadError } from '../server/rest/uploadError';
import { XClarityError } from '../server/rest/xclarityError';

/** What a person can do about a failure; each is a button. */
export type WayOut = 'retry' | 'chooseServer' | 'trustCertificate' | 'showOnServer' | 'trustWorkspace' | 'showLog';

/** What is known of the command that failed. */
export interface Failed {
	/** Whether it went to the server of a folder. */
	readonly isForFolder: boolean;
	/** Whether it is known which server it was. */
	readonly hasServer: boolean;
	readonly isWorkspaceTrusted: boolean;
}

const leavesSomething = (error: XClarityError): boolean =>
	error.kind === 'conflict' || (error instanceof UploadError && error.remaining.length + error.uncertain.length > 0);

const mayPass: ReadonlySet<XClarityError['kind']> = new Set(['unreachable', 'unauthorized', 'failed', 'unexpected']);

/** The ways out of a failure, the most likely first. */
export function waysOut(error: unknown, { isForFolder, hasServer, isWorkspaceTrusted }: Failed): readonly WayOut[] {
	if (!(error instanceof XClarityError)) return ['showLog'];
	if (!isWorkspaceTrusted) return ['trustWorkspace', 'showLog'];
	const ways: readonly (readonly [WayOut, boolean])[] = [
		['showOnServer', leavesSomething(error)],
		['retry', mayPass.has(error.kind)],
		['chooseServer', error.kind === 'unreachable' && isForFolder],
		['trustCertificate', error.kind === 'untrusted' && hasServer],
		['showLog', true],
	];
	return ways.filter(([, isThere]) => isThere).map(([way]) => way);
}
