import { streamOutput } from '../../../solution/deploy/output';

function aStream(isTTY: boolean) {
    const written: string[] = [];
    return { isTTY, written, write: (text: string) => written.push(text) };
}

describe('what a deploy prints', () => {
    it('draws progress on one line of a terminal, and the next line below it', () => {
        const stream = aStream(true);
        const output = streamOutput(stream);
        for (const percent of [0, 50, 50, 50.4]) output.progress('importing', percent);
        output.line('next');
        expect(stream.written).toEqual([
            `\rimporting [${'-'.repeat(24)}]   0 %`,
            `\rimporting [${'#'.repeat(12)}${'-'.repeat(12)}]  50 %`,
            '\n',
            'next\n',
        ]);
    });

    it('ends the line when it is done', () => {
        const stream = aStream(true);
        streamOutput(stream).progress('importing', 120);
        expect(stream.written).toEqual([`\rimporting [${'#'.repeat(24)}] 100 %`, '\n']);
    });

    it('prints a line per quarter where there is no terminal', () => {
        const stream = aStream(false);
        const output = streamOutput(stream);
        for (const percent of [0, 3, 26, 40, 80, 100]) output.progress('importing', percent);
        output.progress('importing another', 0);
        expect(stream.written).toEqual([
            'importing 0 %\n',
            'importing 26 %\n',
            'importing 80 %\n',
            'importing 100 %\n',
            'importing another 0 %\n',
        ]);
    });
});
