/** What JSON can hold. Numbers keep their text, so that no digit of a decimal is lost. */
export type DynamicContent =
    | null
    | string
    | boolean
    | DynamicNumber
    | readonly DynamicContent[]
    | ReadonlyMap<string, DynamicContent>;

/** A number of an untyped object, as it was written. */
export class DynamicNumber {
    constructor(readonly text: string) {}
}

/** An untyped object: its content is known only at run time. Blank content is `null`, not a DynamicValue of null. */
export class DynamicValue {
    constructor(readonly content: Exclude<DynamicContent, null>) {}
}
