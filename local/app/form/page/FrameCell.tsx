import React from 'react';
import { mergeStyles } from '@fluentui/react';
import { useSubscription } from '../../platform/use-subscription';
import type { FormControl } from '../model/control';

/** Height of one row of cells, in pixels. */
const ROW = 40;

/** An HTML web resource or another page inside the form. */
export function FrameCell(props: { readonly control: FormControl; readonly rowSpan: number }): JSX.Element {
    const { control, rowSpan } = props;
    useSubscription(control.subscribe);
    const { Url = '', Data = '' } = control.definition.parameters;
    const name = Url.replace(/^\$webresource:/i, '');
    const address =
        control.source ??
        (control.type === 'webresource'
            ? `/WebResources/${name}${Data === '' ? '' : `?data=${encodeURIComponent(Data)}`}`
            : Url);
    return (
        <iframe
            className={frameClass}
            style={{ height: Math.max(rowSpan, 3) * ROW }}
            title={control.label || control.name}
            data-control={control.name}
            src={address}
        />
    );
}

const frameClass = mergeStyles({ width: '100%', border: 0, background: 'transparent', display: 'block' });
