import {
    Enforcement,
    Gate,
    LeadState,
    OpportunityState,
    ProcessStatus,
    RowState,
    Stage,
    StageCategory,
    Test,
} from '../../lifecycle/choices';
import type { Fragment } from '../formula/fragment';
import { textLiteral } from './literals';

const CONSTANTS: Readonly<Record<string, Readonly<Record<string, number | string>>>> = {
    Enforcement,
    Gate,
    LeadState,
    OpportunityState,
    ProcessStatus,
    RowState,
    Stage,
    StageCategory,
    Test,
};

/** `Constant("LeadState.open")`: the value of a choice, or an id, by the name that the lifecycle gives it. */
export const constantFragment: Fragment = {
    name: 'Constant',
    literals: ['name'],
    parameters: () => [],
    body([name = '']) {
        const [choice = '', option = ''] = name.split('.');
        const value = CONSTANTS[choice]?.[option];
        if (value === undefined)
            throw new Error(`There is no constant "${name}". lifecycle/choices.ts has the choices`);
        return { file: 'lifecycle/choices.ts', text: typeof value === 'string' ? textLiteral(value) : String(value) };
    },
};
