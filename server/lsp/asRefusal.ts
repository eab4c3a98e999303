import { ResponseError } from 'vscode-languageserver';

/** LSP's `RequestFailed`. */
const requestFailed = -32803;

/** A refusal of ours, which is a sentence for the person, as the editor shows it: without a word about the request. */
export const asRefusal = (error: unknown): unknown =>
	error instanceof RangeError ? new ResponseError(requestFailed, error.message) : error;
