/** A globally unique identifier, kept in lower case with hyphens. */
export class GuidValue {
    readonly text: string;

    constructor(text: string) {
        this.text = text.toLowerCase();
    }
}
