import React from 'react';
import type { CodeComponentDefinition } from '../definition/types';
import { FieldInput } from './FieldInput';
import type { FieldProps } from './use-field';

/** A column shown by a code component; the ordinary field until the component's host can show it. */
export function CodeComponentCell(props: FieldProps & { readonly component: CodeComponentDefinition }): JSX.Element {
    const { component: _component, ...field } = props;
    return <FieldInput {...field} />;
}
