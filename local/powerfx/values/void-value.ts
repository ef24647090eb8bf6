/** The result of a formula that is run only for what it does. */
export class VoidValue {
    private constructor() {}

    static readonly only = new VoidValue();
}
