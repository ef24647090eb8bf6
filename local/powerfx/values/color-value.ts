/** A colour: red, green and blue from 0 to 255, alpha from 0 (clear) to 1 (solid). */
export class ColorValue {
    constructor(
        readonly red: number,
        readonly green: number,
        readonly blue: number,
        readonly alpha: number,
    ) {}
}
