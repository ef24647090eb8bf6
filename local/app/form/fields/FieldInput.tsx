import React from 'react';
import { LookupField } from '../lookup/LookupField';
import { ChoiceField } from './ChoiceField';
import { DateField } from './DateField';
import { NumberField } from './NumberField';
import { TextField } from './TextField';
import type { FieldProps } from './use-field';

/** The input that fits the column's type. */
export function FieldInput(props: FieldProps): JSX.Element {
    switch (props.attribute.type) {
        case 'boolean':
        case 'multiselectoptionset':
        case 'optionset':
            return <ChoiceField {...props} />;
        case 'datetime':
            return <DateField {...props} />;
        case 'decimal':
        case 'double':
        case 'integer':
        case 'money':
            return <NumberField {...props} />;
        case 'lookup':
            return <LookupField {...props} />;
        case 'memo':
        case 'string':
            return <TextField {...props} />;
    }
}
