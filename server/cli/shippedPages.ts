import { readFileSync } from 'node:fs';
import path from 'node:path';
import { type RulePages, rulePagesFile, rulePagesIn } from '../texts/rulePages';

/** The pages that came with this program. @throws what the file system says, where they are gone */
export const shippedPages = (): RulePages => rulePagesIn(readFileSync(path.join(__dirname, rulePagesFile)));
