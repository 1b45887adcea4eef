#!/usr/bin/env node
// `tenure <command>`: a checkout runs its sources, an installed package (which has none) what was built from them.
import { existsSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { runOnNode } from './run-on-node.mjs';

const home = path.join(path.dirname(fileURLToPath(import.meta.url)), '..');
const sources = path.join(home, 'electron/cli.ts');
const program = existsSync(sources) ? sources : path.join(home, 'dist/electron/cli.js');
await runOnNode(program, process.argv.slice(2));
