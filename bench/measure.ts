/** One line of bench/RESULTS.md. */
export interface Measurement {
    readonly what: string;
    /** The figure as it is printed, with its unit. */
    readonly value: string;
    /** What it is compared with in the same run, or the aim. */
    readonly against: string;
    /** Requests and bytes over the wire, where the browser was measured. */
    readonly traffic?: string;
}

/** Milliseconds that `work` takes, the middle one of `runs`. */
export async function medianMilliseconds(runs: number, work: () => Promise<void> | void): Promise<number> {
    const times: number[] = [];
    for (let run = 0; run < runs; run += 1) {
        const started = performance.now();
        await work();
        times.push(performance.now() - started);
    }
    return times.sort((a, b) => a - b)[Math.floor(times.length / 2)] ?? 0;
}

export function seconds(milliseconds: number): string {
    return `${(milliseconds / 1000).toFixed(1)} s`;
}

export function millisecondsText(milliseconds: number): string {
    return `${milliseconds.toFixed(milliseconds < 10 ? 2 : 0)} ms`;
}
