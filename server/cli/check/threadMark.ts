/** The word behind `check` by which a thread of it knows that it is one: no shell can give a word with a zero byte. */
export const threadMark = '\0thread';
