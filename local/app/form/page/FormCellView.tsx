import React from 'react';
import { usePlatform } from '../../platform/platform-context';
import { FieldCell } from '../fields/FieldCell';
import type { FormControl } from '../model/control';
import { Subgrid } from '../subgrid/Subgrid';
import { Timeline } from '../timeline/Timeline';
import { FrameCell } from './FrameCell';

/** What a cell shows: a field, a subgrid, the timeline, a frame; or a line that says what cannot be shown. */
export function FormCellView(props: {
    readonly control: FormControl;
    readonly rowSpan: number;
    readonly stacked: boolean;
}): JSX.Element {
    const { control, rowSpan, stacked } = props;
    switch (control.definition.controlClass) {
        case 'field':
            return control.attribute === null ? (
                <NotShown control={control} textKey="form.cell.noColumn" />
            ) : (
                <FieldCell control={control} attribute={control.attribute} stacked={stacked} />
            );
        case 'subgrid':
            return <Subgrid control={control} rowSpan={rowSpan} />;
        case 'timeline':
            return <Timeline control={control} />;
        case 'webResource':
        case 'iframe':
            return <FrameCell control={control} rowSpan={rowSpan} />;
        case 'quickView':
        case 'unknown':
            return <NotShown control={control} textKey="form.cell.unsupported" />;
    }
}

function NotShown(props: { readonly control: FormControl; readonly textKey: string }): JSX.Element {
    const { texts } = usePlatform();
    const { control, textKey } = props;
    return (
        <div role="note">
            {texts(textKey, control.label || control.name, control.definition.column ?? control.definition.classId)}
        </div>
    );
}
