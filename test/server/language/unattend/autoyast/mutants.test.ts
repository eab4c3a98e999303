import { suite } from 'node:test';
import { autoyastDialect } from '../../../../../server/language/unattend/autoyast/autoyastDialect';
import { mutantTests } from '../xml/mutants';

suite('autoyast mutants', () => mutantTests(autoyastDialect, 'test/fixtures/autoyast'));
