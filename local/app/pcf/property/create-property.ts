/** A property of a component: the value of a column, or a constant from the form (Microsoft Learn, "Property"). */
import type { ClientColumn } from '../../../dataverse/client/types';
import type { PropertyDefinition } from '../manifest';

/** A column that a property is bound to. */
export interface BoundColumn {
    readonly column: ClientColumn;
    /** As the Client API has it; null when empty. */
    readonly value: unknown;
    readonly formatted: string;
    readonly required: 'none' | 'recommended' | 'required';
    /** What is wrong with the value; empty for nothing. */
    readonly error: string;
    readonly editable: boolean;
}

/** AttributeRequiredLevel of the framework. */
const REQUIRED_LEVELS = { none: 0, required: 2, recommended: 3 } as const;

export function boundProperty(
    definition: PropertyDefinition,
    bound: BoundColumn,
): ComponentFramework.PropertyTypes.Property {
    return {
        type: definition.ofType,
        raw: rawValue(definition.ofType, bound.value) as ComponentFramework.PropertyTypes.Property['raw'],
        formatted: bound.formatted,
        error: bound.error !== '',
        errorMessage: bound.error,
        security: { editable: bound.editable, readable: true, secured: false },
        attributes: attributesOf(bound),
        ...(definition.ofType.startsWith('Lookup.') && {
            getTargetEntityType: () => bound.column.targets?.[0] ?? '',
            getViewId: () => '',
        }),
    };
}

/** @param text what the form or the manifest says; undefined for nothing */
export function constantProperty(
    definition: PropertyDefinition,
    text: string | undefined,
): ComponentFramework.PropertyTypes.Property {
    const value = text ?? definition.defaultValue;
    return {
        type: definition.ofType,
        raw: (value === undefined
            ? null
            : parse(definition.ofType, value)) as ComponentFramework.PropertyTypes.Property['raw'],
        formatted: value ?? '',
        error: false,
        errorMessage: '',
    };
}

/** Lookups are never null but an empty list. */
function rawValue(ofType: string, value: unknown): unknown {
    if (ofType.startsWith('Lookup.')) return value ?? [];
    if (ofType === 'TwoOptions') return value ?? false;
    return value ?? null;
}

function parse(ofType: string, text: string): unknown {
    switch (ofType) {
        case 'Whole.None':
        case 'Decimal':
        case 'FP':
        case 'Currency':
            return Number.isNaN(Number(text)) ? null : Number(text);
        case 'TwoOptions':
            return text === 'true' || text === '1';
        case 'DateAndTime.DateAndTime':
        case 'DateAndTime.DateOnly':
            return new Date(text);
        default:
            return text;
    }
}

function attributesOf({ column, required }: BoundColumn): ComponentFramework.PropertyTypes.Property['attributes'] {
    const attributes = {
        DisplayName: column.displayName,
        LogicalName: column.logicalName,
        Description: column.description,
        RequiredLevel: REQUIRED_LEVELS[required],
        IsSecured: false,
        SourceType: 0,
        ImeMode: 0 as const,
        ...(column.maxLength !== undefined && { MaxLength: column.maxLength }),
        ...(column.minValue !== undefined && { MinValue: column.minValue }),
        ...(column.maxValue !== undefined && { MaxValue: column.maxValue }),
        ...(column.precision !== undefined && { Precision: column.precision }),
        ...(column.format !== undefined && { Format: column.format }),
        ...(column.dateTimeBehavior !== undefined && { Behavior: BEHAVIORS[column.dateTimeBehavior] }),
        ...(column.targets !== undefined && { Targets: [...column.targets] }),
        ...(column.defaultValue !== undefined && { DefaultValue: column.defaultValue }),
        ...(column.options !== undefined && {
            Options: column.options.map(({ label, value, color }) => ({
                Label: label,
                Value: value,
                Color: color ?? '',
            })),
        }),
    };
    return attributes as ComponentFramework.PropertyTypes.Property['attributes'];
}

/** DateTimeFieldBehavior of the framework. */
const BEHAVIORS = { UserLocal: 1, DateOnly: 2, TimeZoneIndependent: 3 } as const;
