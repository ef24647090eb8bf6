import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** The first start of a data folder: until it has ended, the rows in it are only half of what belongs together. */
export interface FirstStart {
    /** The last first start was broken off: what it left is thrown away, nobody has worked with it yet. */
    readonly wasInterrupted: boolean;
    begin(): void;
    end(): void;
}

/** @param data the data folder */
export function firstStart(data: string): FirstStart {
    const mark = join(data, 'first-start-unfinished');
    return {
        wasInterrupted: existsSync(mark),
        begin: () => {
            mkdirSync(data, { recursive: true });
            writeFileSync(mark, 'The next start begins anew, because this one was broken off.\n');
        },
        end: () => rmSync(mark, { force: true }),
    };
}
