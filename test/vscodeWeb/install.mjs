/** `node test/vscodeWeb/install.mjs`: everything the browser-based VS Code needs, ahead of its first use. */
import { chromium } from './browser.mjs';
import { install } from './installation.mjs';

const { root } = await install();
console.log(`VS Code: ${root}`);
console.log(`Chromium: ${await chromium()}`);
