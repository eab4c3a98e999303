/** By file of the language client: the class of its feature, and the capability of a server that it is for. */
export declare const notOffered: Readonly<Record<string, readonly [feature: string, capability: string]>>;
