import { findTimeZone } from '../dates/time-zone';
import type { BindingOptions } from '../binding/options';
import { addBlobFunctions } from './blob-setup';
import { addTestEnumerations } from './enumeration-setup';
import { addMutationVariables } from './mutation-setup';
import { MemoryHost } from './memory-host';
import { addOptionSets, addOptionSetTables } from './option-set-setup';

export interface PreparedHost {
    readonly host: MemoryHost;
    readonly options: BindingOptions;
}

/** A host with what the setup of a case's file puts in scope. */
export function prepareHost(setup: Readonly<Record<string, boolean>>): PreparedHost {
    const host = new MemoryHost();
    let allowSideEffects = false;
    let allowChaining = false;
    let allowReservedWords = false;
    let isTextFirst = false;
    for (const [flag, isOn] of Object.entries(setup)) {
        const [, name = flag, argument] = /^(\w+)(?:\("?([^"]*)"?\))?$/.exec(flag) ?? [];
        if (!isOn) {
            continue;
        }
        switch (name) {
            case 'MutationFunctionsTestSetup':
                addMutationVariables(host);
                allowSideEffects = true;
                break;
            case 'OptionSetTestSetup':
                addOptionSets(host);
                break;
            case 'OptionSetSortTestSetup':
                addOptionSetTables(host);
                break;
            case 'AllEnumsSetup':
                addTestEnumerations(host, true, false);
                break;
            case 'Blob':
                addBlobFunctions(host);
                allowSideEffects = true;
                break;
            case 'AllEnumsPlusTestEnumsSetup':
            case 'AllEnumsPlusTestOptionSetsSetup':
                addTestEnumerations(host, name === 'AllEnumsPlusTestEnumsSetup');
                break;
            case 'EnableExpressionChaining':
                allowChaining = true;
                allowSideEffects = true;
                break;
            case 'TraceSetup':
                allowSideEffects = true;
                break;
            case 'DisableReservedKeywords':
                allowReservedWords = true;
                break;
            case 'TextFirst':
                isTextFirst = true;
                break;
            case 'TimeZoneInfo':
                host.timeZone = findTimeZone(argument ?? '') ?? host.timeZone;
                break;
            case 'CultureInfo':
                host.culture = argument ?? host.culture;
                break;
            default:
        }
    }
    return { host, options: { allowSideEffects, allowChaining, allowReservedWords, isTextFirst } };
}
