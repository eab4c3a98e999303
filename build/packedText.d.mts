/** @returns what `unpacked` turns into the text again */
export declare function packedText(text: string): Promise<Buffer>;
