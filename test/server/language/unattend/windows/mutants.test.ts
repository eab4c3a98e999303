import { suite } from 'node:test';
import { windowsDialect } from '../../../../../server/language/unattend/windows/windowsDialect';
import { mutantTests } from '../xml/mutants';

suite('windows mutants', () => mutantTests(windowsDialect, 'test/fixtures/windows'));
