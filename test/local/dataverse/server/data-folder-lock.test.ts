import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { lockDataFolder } from '../../../../local/dataverse/server/data-folder-lock';

describe('a data folder', () => {
    let folder: string;

    beforeEach(() => {
        folder = mkdtempSync(join(tmpdir(), 'data-'));
    });
    afterEach(() => rmSync(folder, { recursive: true }));

    it('is used by one server at a time', () => {
        const data = join(folder, 'new');
        const unlock = lockDataFolder(data);
        expect(() => lockDataFolder(data)).toThrow(`Cannot use the data in ${data}: another local Dataverse`);
        unlock();
        lockDataFolder(data)();
    });

    it('has a place where a folder can be', () => {
        writeFileSync(join(folder, 'file'), '');
        const data = join(folder, 'file', 'data');
        expect(() => lockDataFolder(data)).toThrow(`Cannot make the folder ${data}`);
    });
});
