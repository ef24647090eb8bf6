/** A server on the data folder given, until somebody kills it. */
import { join } from 'node:path';
import { createLocalDataverse } from '../../../../local/dataverse/local-dataverse';
import { createServer } from '../../../../local/dataverse/server/server';

const folder = process.argv[2] ?? '';
const dataverse = createLocalDataverse({ path: join(folder, 'environment.db') });
void createServer({ host: dataverse, playerDirectory: folder })
    .listen({ host: '127.0.0.1', port: 0 })
    .then((address) => console.log(`listening ${address}`));
