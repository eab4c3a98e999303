import { faultDiagnostics } from '../language/config/reportedFaults';
import { jsonReport } from './check/jsonReport';
import { isError } from './check/report';
import { textReport } from './check/textReport';
import { type Command, type ExitCode, parseOptions } from './command';
import { diskWorkspace } from './diskWorkspace';
import { readDocument } from './readDocument';
import { readLogin, serverOptions, serverUsage, withLogin } from './serverOptions';
import type { Terminal } from './terminal';
import { UsageError } from './usageError';

const usage = `validate FILE --server URL --user NAME [--ca FILE | --fingerprint SHA256] [--json]

Asks the appliance what it thinks of a configuration-settings file, without importing it. The appliance's words are
shown at the places that it names.

${serverUsage}`;

async function run(args: readonly string[], terminal: Terminal): Promise<ExitCode> {
	const { values, positionals } = parseOptions(args, serverOptions);
	const [file, ...more] = positionals;
	if (file === undefined || more.length > 0) throw new UsageError('validate takes one configuration-settings file.');
	const document = await readDocument(diskWorkspace(terminal.cwd), file, terminal.cwd);
	const login = await readLogin(values, terminal);
	const { customMacros, errorReport, countedIn } = await withLogin(login, terminal, client =>
		client.validateSettings(document.getText()),
	);
	const reports = [{ file, document, diagnostics: faultDiagnostics(document, { faults: errorReport, countedIn }, {}) }];
	if (values.json) terminal.out(jsonReport({ reports }));
	else {
		terminal.out(textReport({ reports }));
		if (errorReport.length === 0)
			terminal.out(`The appliance accepts it: ${customMacros.map(name => `#${name}#`).join(', ')}\n`);
	}
	return reports.some(({ diagnostics }) => diagnostics.some(isError)) ? 1 : 0;
}

export const validateCommand: Command = {
	summary: "ask the appliance's own opinion of a configuration-settings file",
	usage,
	run,
};
