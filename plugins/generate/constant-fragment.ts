import { Enforcement, Gate, LeadState, RowState, Test } from '../../lifecycle/choices';
import type { Fragment } from '../formula/fragment';

const CONSTANTS: Readonly<Record<string, Readonly<Record<string, number>>>> = {
    Enforcement,
    Gate,
    LeadState,
    RowState,
    Test,
};

/** `Constant("LeadState.open")`: the value of a choice by the name that the lifecycle gives it. */
export const constantFragment: Fragment = {
    name: 'Constant',
    literals: 1,
    parameters: () => [],
    body([name = '']) {
        const [choice = '', option = ''] = name.split('.');
        const value = CONSTANTS[choice]?.[option];
        if (value === undefined)
            throw new Error(`There is no constant "${name}". lifecycle/choices.ts has the choices`);
        return { file: 'lifecycle/choices.ts', text: String(value) };
    },
};
