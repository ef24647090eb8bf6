import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { firstStart } from '../../../solution/deploy/first-start';

describe('the first start of a data folder', () => {
    let folder: string;

    beforeEach(() => {
        folder = mkdtempSync(join(tmpdir(), 'first-start-'));
    });
    afterEach(() => rmSync(folder, { recursive: true }));

    it('is known to be interrupted until it has ended', () => {
        const data = join(folder, 'new');
        expect(firstStart(data).wasInterrupted).toBe(false);
        firstStart(data).begin();
        expect(firstStart(data).wasInterrupted).toBe(true);
        firstStart(data).end();
        expect(firstStart(data).wasInterrupted).toBe(false);
    });

    it('may end without having begun', () => {
        firstStart(folder).end();
        expect(firstStart(folder).wasInterrupted).toBe(false);
    });
});
