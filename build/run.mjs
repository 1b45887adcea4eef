// Runs a script of this folder: `node build/run.mjs start`.
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { runOnNode } from './run-on-node.mjs';

const [, , name, ...words] = process.argv;
await runOnNode(path.join(path.dirname(fileURLToPath(import.meta.url)), `${name}.ts`), words);
