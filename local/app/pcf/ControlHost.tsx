import React, { useEffect, useMemo, useState } from 'react';
import type { ClientControlBinding, ClientTable, ClientView } from '../../dataverse/client/types';
import type { GridModel, GridRow } from '../list';
import { ComponentView } from './ComponentView';
import { createDataSet } from './data-set/create-data-set';
import type { LoadedComponent } from './load-component';
import { constantProperty } from './property/create-property';
import type { RunningInputs } from './running-component';

export interface ControlHostProps {
    readonly binding: ClientControlBinding;
    readonly table: ClientTable;
    readonly view: ClientView;
    /** Rows, paging, sorting, selection: the data set's. */
    readonly model: GridModel;
    readonly onOpen: (row: GridRow) => void;
}

/** A code component in place of a table's grid, on the same rows as the command bar. */
export function ControlHost(props: ControlHostProps): JSX.Element {
    const { binding, table, view, model, onOpen } = props;
    const host = useMemo(() => createDataSet(model, onOpen), [model, onOpen]);
    useEffect(() => () => host.dispose(), [host]);
    // The model keeps its state object until something changes, so the state itself is the version.
    const [version, setVersion] = useState(model.state);
    useEffect(() => model.subscribe(() => setVersion(model.state)), [model]);

    const inputsOf = ({ manifest }: LoadedComponent): RunningInputs => {
        const dataSet = binding.dataSet ?? manifest.dataSets[0] ?? '';
        const properties = manifest.properties.map((definition) => [
            definition.name,
            constantProperty(definition, binding.parameters[definition.name]?.value),
        ]);
        return {
            parameters: { ...(Object.fromEntries(properties) as object), [dataSet]: host.dataSet },
            label: view.name,
            disabled: table.privileges.write === 0,
            visible: true,
            contextInfo: { entityTypeName: table.logicalName, entityId: '', entityRecordName: '' },
        };
    };
    return (
        <ComponentView
            name={binding.name}
            inputsOf={inputsOf}
            version={version}
            changed={['dataset', binding.dataSet ?? 'dataset', 'records']}
            fill
        />
    );
}
