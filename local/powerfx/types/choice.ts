/** What stands behind the options of a choice or the members of an enumeration. */
export type ChoiceBacking = 'number' | 'text' | 'boolean' | 'color';

export interface ChoiceOption {
    /** The name it is stored under: the number as text for a choice of Dataverse. */
    readonly name: string;
    /** The label people see, which a formula may use as well. */
    readonly displayName: string;
    /** The value behind: a number, a text, a boolean, or a colour as 0xAARRGGBB. */
    readonly value: number | string | boolean;
}

/** A choice of a data source, or an enumeration of the language. Two are the same type when they are the same object. */
export interface ChoiceSet {
    readonly name: string;
    readonly displayName?: string;
    readonly backing: ChoiceBacking;
    /** An enumeration of the language, such as `ErrorKind`, not a choice of a data source. */
    readonly isEnumeration: boolean;
    /** A value of the backing kind may stand where an option is wanted. */
    readonly acceptsBackingValue: boolean;
    /** An option may stand where a value of the backing kind is wanted. */
    readonly givesBackingValue: boolean;
    /** Options may be compared with `<` and `>`. */
    readonly isOrdered: boolean;
    /** Options joined with `&` stay of this type, as with `Match` patterns. */
    readonly joinsToItself: boolean;
    readonly options: readonly ChoiceOption[];
    /** The option stored under this name, or undefined. */
    find(name: string): ChoiceOption | undefined;
    /** The option people know by this name, or undefined. */
    findByDisplayName(name: string): ChoiceOption | undefined;
}

export interface ChoiceSetDefinition {
    readonly name: string;
    readonly displayName?: string;
    readonly backing?: ChoiceBacking;
    readonly isEnumeration?: boolean;
    readonly acceptsBackingValue?: boolean;
    readonly givesBackingValue?: boolean;
    readonly isOrdered?: boolean;
    readonly joinsToItself?: boolean;
    readonly options: readonly ChoiceOption[];
}

/** A choice of these options; what is not said is as for a choice column of Dataverse. */
export function choiceSet(definition: ChoiceSetDefinition): ChoiceSet {
    const byName = new Map(definition.options.map((option) => [option.name, option]));
    const byDisplayName = new Map(definition.options.map((option) => [option.displayName, option]));
    // A choice of yes and no is as good as a boolean.
    const isYesNo = definition.backing === 'boolean' && !definition.isEnumeration;
    return {
        backing: 'number',
        isEnumeration: false,
        acceptsBackingValue: isYesNo,
        givesBackingValue: isYesNo,
        isOrdered: false,
        joinsToItself: false,
        ...definition,
        find: (name) => byName.get(name),
        findByDisplayName: (name) => byDisplayName.get(name),
    };
}
