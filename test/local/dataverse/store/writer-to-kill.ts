/** Run by kill.test.ts as a process of its own: commits one lead, then stays inside a transaction until it is killed. */
import { writeSync } from 'node:fs';
import { openEnvironment } from '../../../../local/dataverse/environment';
import { aLayer, aTable } from '../metadata/a-layer';

const environment = openEnvironment({ path: process.argv[2] ?? '' });
const insert = environment.store.prepare('INSERT INTO lead (leadid, subject) VALUES (?, ?)');

environment.transaction(() => insert.run('1', 'committed'));
environment.transaction(() => {
    environment.putLayer(aLayer({ tables: [aTable('x_half')] }));
    // More than the cache holds, so that a part of it is on disk already.
    for (let index = 0; index < 20_000; index += 1) {
        insert.run(`half ${index}`, 'x'.repeat(2000));
    }
    writeSync(1, 'in transaction\n');
    // Blocks the thread inside the transaction for longer than anyone waits.
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 60_000);
});
