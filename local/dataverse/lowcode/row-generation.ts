import type { Environment } from '../pipeline/types';

/**
 * Keeps what is made of rows until one of them, or the metadata, changes.
 *
 * Rows have versions that only grow, so that their number and the greatest version tell whether one came, went or
 * changed. A transaction that is undone gives its versions out again: `forget` is for that.
 */
export class RowGeneration<Made> {
    private key = '';
    private metadata: Environment['metadata'] | undefined;
    private made: Made | undefined;
    private readonly sql: string;

    constructor(
        private readonly environment: Environment,
        tables: readonly string[],
        private readonly make: () => Made,
    ) {
        this.sql = `SELECT ${tables
            .map((table) => `(SELECT count(*) || ':' || ifnull(max(versionnumber), 0) FROM ${table})`)
            .join(" || ' ' || ")} AS key`;
    }

    get current(): Made {
        const key = this.environment.store.prepare<{ key: string }>(this.sql).get()?.key ?? '';
        const { metadata } = this.environment;
        if (this.made === undefined || key !== this.key || metadata !== this.metadata) {
            this.made = this.make();
            this.key = key;
            this.metadata = metadata;
        }
        return this.made;
    }

    forget(): void {
        this.made = undefined;
    }
}
