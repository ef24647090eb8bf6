/** OptionSetMetadata and BooleanOptionSetMetadata. */
import type { Column, Option, OptionSet } from '../../metadata/types';
import type { JsonObject } from '../body';
import { labelJson, managed, type Definition } from './definition';
import { definitionId } from './definition-id';

type Kind = 'Picklist' | 'State' | 'Status' | 'Boolean';

/** Of a column: its own choices, or the global ones it uses. */
export function columnOptionSet(table: string, column: Column, language: number): Definition | null {
    const { optionSet } = column;
    if (!optionSet) return null;
    const kind: Kind =
        column.type === 'State' || column.type === 'Status' || column.type === 'Boolean' ? column.type : 'Picklist';
    const name = optionSet.isGlobal ? optionSet.name : `${table}_${column.logicalName}`;
    return optionSetDefinition({ ...optionSet, name }, kind, language);
}

export function optionSetDefinition(optionSet: OptionSet, kind: Kind, language: number): Definition {
    const common = {
        MetadataId: definitionId(`optionset:${optionSet.name}`),
        HasChanged: null,
        IsCustomOptionSet: optionSet.isGlobal && optionSet.name.includes('_'),
        IsGlobal: optionSet.isGlobal,
        IsManaged: false,
        IsCustomizable: managed(true, 'iscustomizable'),
        Name: optionSet.name,
        ExternalTypeName: null,
        DisplayName: labelJson(optionSet.displayName, language),
        Description: labelJson(undefined, language),
        OptionSetType: kind,
    };
    if (kind === 'Boolean') {
        const option = (value: number): JsonObject | null => {
            const found = optionSet.options.find((each) => each.value === value);
            return found ? optionJson(found, kind, language) : null;
        };
        const json = { ...common, TrueOption: option(1), FalseOption: option(0) };
        return { type: 'BooleanOptionSetMetadata', json, navigations: {} };
    }
    const options = optionSet.options.map((option) => optionJson(option, kind, language));
    return {
        type: 'OptionSetMetadata',
        json: { ...common, ParentOptionSetName: null, Options: options },
        navigations: {},
    };
}

function optionJson(option: Option, kind: Kind, language: number): JsonObject {
    const json = {
        Value: option.value,
        Color: option.color ?? null,
        IsManaged: false,
        ExternalValue: null,
        ParentValues: [],
        Tag: null,
        IsHidden: false,
        MetadataId: null,
        HasChanged: null,
        Label: labelJson(option.label, language),
        Description: labelJson(option.description, language),
    };
    switch (kind) {
        case 'State':
            return {
                '@odata.type': '#Microsoft.Dynamics.CRM.StateOptionMetadata',
                ...json,
                DefaultStatus: option.defaultStatus ?? null,
                InvariantName: option.label[1033] ?? null,
            };
        case 'Status':
            return {
                '@odata.type': '#Microsoft.Dynamics.CRM.StatusOptionMetadata',
                ...json,
                State: option.state ?? 0,
                TransitionData: '',
            };
        case 'Boolean':
        case 'Picklist':
            return json;
    }
}
