/** Something in the unpacked solution that an import would refuse, or that would fail in use. */
export class Finding {
    constructor(
        /** Path in the tree. */
        readonly file: string,
        /** From 1; absent when the whole file is meant. */
        readonly line: number | undefined,
        readonly message: string,
    ) {}

    toString(): string {
        return `${this.file}${this.line === undefined ? '' : `:${this.line}`}: ${this.message}`;
    }
}
