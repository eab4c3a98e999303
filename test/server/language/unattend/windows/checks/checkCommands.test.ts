import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { windowsDialect as dialect } from '../../../../../../server/language/unattend/windows/windowsDialect';
import { codes, sourceOf } from '../../xml/unattendSources';

const command = (text: string): string =>
	`<unattend xmlns="urn:schemas-microsoft-com:unattend" xmlns:wcm="http://schemas.microsoft.com/WMIConfig/2002/State"><settings pass="specialize"><component name="Microsoft-Windows-Deployment" processorArchitecture="amd64" publicKeyToken="31bf3856ad364e35" language="neutral"><RunSynchronous><RunSynchronousCommand wcm:action="add"><Order>1</Order><Path>${text}</Path></RunSynchronousCommand></RunSynchronous></component></settings></unattend>`;

suite('Windows: commands', () => {
	for (const wrong of [
		'echo done',
		'copy a b',
		'del /q C:\\x',
		'md C:\\x',
		'reg query HKLM &gt; C:\\out.txt',
		'net start a &amp;&amp; net start b',
		'cd\\',
		'set A=1',
	]) {
		test(`${wrong} needs the shell`, () =>
			assert.deepEqual(codes(dialect, sourceOf(command(wrong))), ['windows-command-shell']));
	}

	for (const right of [
		'cmd /c echo done',
		'cmd.exe /c copy a b &gt; nul',
		'C:\\Windows\\System32\\cmd.exe /c dir | more',
		'%ComSpec% /c echo x',
		'powershell -Command "a | b"',
		'powershell.exe -c a | b',
		'reg add HKLM\\X /v "a&gt;b" /d 1',
		'net user x y',
		'setup.exe /quiet',
		'copy.exe a b',
		'format.com x:',
		'#site.command# a',
		'',
	]) {
		test(`${right === '' ? 'nothing' : right} does not`, () =>
			assert.ok(!codes(dialect, sourceOf(command(right))).includes('windows-command-shell')));
	}
});
