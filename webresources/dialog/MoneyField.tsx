import React from 'react';
import { NumberField, type NumberFieldProps } from './NumberField';

/** What Dataverse's money columns hold at most: Microsoft Learn, "MoneyAttributeMetadata". */
const LARGEST = 922_337_203_685_477;

export interface MoneyFieldProps extends Omit<NumberFieldProps, 'unit'> {
    /** Symbol or ISO code of the currency, such as `€` or `EUR`. */
    readonly currency: string;
}

/** An amount of money, of two decimals unless said otherwise. */
export function MoneyField({ currency, ...number }: MoneyFieldProps): JSX.Element {
    return <NumberField decimals={2} min={-LARGEST} max={LARGEST} {...number} unit={currency} />;
}
