/**
 * Run by npm before it packs, and when somebody installs from git: a package holds the built programs, a clone does not.
 * `npm install --global` from git calls this without having installed what the build needs.
 */
import { setUp } from './setup.mjs';

await setUp();
const { buildProduct } = await import('./product.mjs');
await buildProduct();
