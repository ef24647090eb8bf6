/**
 * The host of code components. Until it is there, a bound component says so in its place.
 */
import React from 'react';
import type { ClientControlBinding, ClientTable, ClientView } from '../../dataverse/client/types';
import type { GridModel, GridRow } from '../list';

export interface ControlHostProps {
    readonly binding: ClientControlBinding;
    readonly table: ClientTable;
    readonly view: ClientView;
    /** Rows, paging, sorting, selection: the data set's. */
    readonly model: GridModel;
    readonly onOpen: (row: GridRow) => void;
}

/** A code component in place of a table's grid. */
export function ControlHost(props: ControlHostProps): JSX.Element {
    return <p role="alert">{`${props.binding.name} is not supported here (local Dataverse).`}</p>;
}
