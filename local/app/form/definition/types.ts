/** A form as the player draws it: what the `<form>` element of a systemform says, in one language. */
export interface FormDefinition {
    readonly id: string;
    readonly name: string;
    readonly tabs: readonly TabDefinition[];
    /** Cells at the right of the form's header. */
    readonly header: readonly CellDefinition[];
    readonly footer: readonly CellDefinition[];
    /** Script web resources, in the order they are loaded. */
    readonly libraries: readonly string[];
    readonly events: readonly EventDefinition[];
    /** Code components by the `uniqueid` of the control they replace. */
    readonly codeComponents: ReadonlyMap<string, readonly CodeComponentDefinition[]>;
}

export interface TabDefinition {
    readonly id: string;
    readonly name: string;
    readonly label: string;
    readonly visible: boolean;
    readonly expanded: boolean;
    readonly showLabel: boolean;
    readonly columns: readonly TabColumnDefinition[];
}

export interface TabColumnDefinition {
    /** In percent of the tab. */
    readonly width: number;
    readonly sections: readonly SectionDefinition[];
}

export interface SectionDefinition {
    readonly id: string;
    readonly name: string;
    readonly label: string;
    readonly visible: boolean;
    readonly showLabel: boolean;
    /** Number of cells side by side (1 to 4). */
    readonly columns: number;
    readonly rows: readonly (readonly CellDefinition[])[];
}

export interface CellDefinition {
    readonly id: string;
    readonly label: string;
    readonly visible: boolean;
    readonly showLabel: boolean;
    readonly columnSpan: number;
    readonly rowSpan: number;
    /** Absent: an empty cell that only takes room. */
    readonly control?: ControlDefinition;
}

/** What kind of thing a `classid` names. `field` covers every class that shows a column: the column's type decides. */
export type ControlClass = 'field' | 'subgrid' | 'timeline' | 'quickView' | 'webResource' | 'iframe' | 'unknown';

export interface ControlDefinition {
    readonly name: string;
    readonly uniqueId: string;
    readonly classId: string;
    readonly controlClass: ControlClass;
    /** Logical name of the bound column. */
    readonly column?: string;
    readonly disabled: boolean;
    /** Children of `<parameters>`, such as ViewId, TargetEntityType, RelationshipName. */
    readonly parameters: Readonly<Record<string, string>>;
}

export interface EventDefinition {
    /** onload, onsave, onchange, tabstatechange, onpostsave … as the XML has it, in lower case. */
    readonly name: string;
    /** onchange: the column. */
    readonly attribute?: string;
    /** tabstatechange: the tab; grid events: the control. */
    readonly control?: string;
    readonly handlers: readonly EventHandlerDefinition[];
}

export interface EventHandlerDefinition {
    readonly functionName: string;
    readonly library: string;
    readonly passExecutionContext: boolean;
    /** Values that follow the execution context, from the comma-separated `parameters`. */
    readonly parameters: readonly unknown[];
}

/** One `<customControl>` of a control description. */
export interface CodeComponentDefinition {
    /** Name such as `prefix_Namespace.Constructor`; absent where only the stock control is named. */
    readonly name?: string;
    /** 0 desktop, 1 tablet, 2 phone. */
    readonly formFactor?: number;
    readonly parameters: Readonly<
        Record<string, { readonly type?: string; readonly static: boolean; readonly value: string }>
    >;
    readonly dataSet?: string;
}
