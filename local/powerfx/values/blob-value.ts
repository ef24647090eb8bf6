/** Binary content. */
export class BlobValue {
    constructor(readonly bytes: Uint8Array) {}
}
