/** Sources and edits that the tables of mistakes in AutoYaST profiles have in common. */
import type { Evidence } from '../fault';

const graded =
	(from: string, grade: Evidence['grade']) =>
	(source: string, line?: RegExp): Evidence => ({ source: from + source, grade, ...(line ? { line } : {}) });

export const guide = graded('AutoYaST Guide: ', 'documented');
export const schema = graded('AutoYaST schema: ', 'reference');
export const inferred = graded('', 'inferred');
export const believed = graded('', 'believed');
