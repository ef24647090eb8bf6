import type { ComponentType } from 'react';
import type { Platform } from '../platform/types';
import { LookupDialog, type LookupDialogProps } from './LookupDialog';

export interface LookupRowsOptions {
    /** Tables to choose from; the first one shows first. */
    readonly tables: readonly string[];
    readonly multiple: boolean;
    readonly title?: string;
    readonly searchText?: string;
    readonly filters?: readonly { readonly table: string; readonly filterXml: string }[];
}

export interface LookupRow {
    readonly entityType: string;
    /** Plain: lower case, without braces. */
    readonly id: string;
    readonly name: string;
}

/** Lets the user choose rows; empty when the user closes the dialog. */
export async function lookupRows(
    platform: Pick<Platform, 'dialogs' | 'texts'>,
    options: LookupRowsOptions,
): Promise<readonly LookupRow[]> {
    const rows = await platform.dialogs.open<readonly LookupRow[], Omit<LookupDialogProps, 'close'>>(
        LookupDialog as ComponentType<LookupDialogProps>,
        { options },
        { title: options.title ?? platform.texts('xrm.lookupTitle'), position: 2, width: 520 },
    );
    return rows ?? [];
}
