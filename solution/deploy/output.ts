/** Where a deploy says what it does. */
export interface Output {
    line(text: string): void;
    /** What nobody has to act upon, such as "is there already". */
    note(text: string): void;
    /** How far something long is. @param percent 0 to 100 */
    progress(label: string, percent: number): void;
}

const BAR_WIDTH = 24;
/** Without a terminal there is no line to draw again: a few lines tell enough. */
const PERCENT_PER_LINE = 25;

/** The parts of a stream that are needed; `process.stdout` has them. */
export interface OutputStream {
    readonly isTTY?: boolean;
    write(text: string): unknown;
}

/** Lines and a progress bar: on a terminal one line that is drawn again, elsewhere a line per quarter. */
export function streamOutput(stream: OutputStream): Output {
    let drawn: string | undefined;
    let told = -1;
    const finish = (): void => {
        if (drawn !== undefined && stream.isTTY) stream.write('\n');
        drawn = undefined;
        told = -1;
    };
    const line = (text: string): void => {
        finish();
        stream.write(`${text}\n`);
    };
    return {
        line,
        note: (text) => line(`  ${text}`),
        progress: (label, percent) => {
            const bounded = Math.max(0, Math.min(100, Math.floor(percent)));
            if (stream.isTTY) {
                const text = `${label} ${progressBar(bounded)}`;
                if (text !== drawn) stream.write(`\r${text}`);
                drawn = text;
            } else {
                const step = Math.floor(bounded / PERCENT_PER_LINE);
                if (step > told) stream.write(`${label} ${bounded} %\n`);
                told = Math.max(told, step);
                drawn = label;
            }
            if (bounded === 100) finish();
        },
    };
}

function progressBar(percent: number): string {
    const filled = Math.round((percent / 100) * BAR_WIDTH);
    return `[${'#'.repeat(filled)}${'-'.repeat(BAR_WIDTH - filled)}] ${String(percent).padStart(3)} %`;
}
