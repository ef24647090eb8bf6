import { LeadState } from '../../../lifecycle/choices';
import { LeadColumn } from '../../../lifecycle/columns';
import { asNumber, numberOf, textOf, type Row } from '../../../lifecycle/row';
import type { LeadColumnInfo, StatusModel } from './maker-environment';

const LEAD = "EntityDefinitions(LogicalName='lead')";
const NAMESPACE = 'Microsoft.Dynamics.CRM';

/** Paths of lead's definitions (Microsoft Learn, "Query table definitions using the Web API"). */
export const definitionPaths = {
    status: `${LEAD}/Attributes(LogicalName='statuscode')/${NAMESPACE}.StatusAttributeMetadata?$select=LogicalName&$expand=OptionSet`,
    state: `${LEAD}/Attributes(LogicalName='statecode')/${NAMESPACE}.StateAttributeMetadata?$select=LogicalName&$expand=OptionSet`,
    columns: `${LEAD}/Attributes?$select=LogicalName,DisplayName,AttributeType,AttributeOf,IsValidForRead`,
} as const;

/** @param status and state answers of the two paths */
export function readStatusModel(status: Row, state: Row): StatusModel {
    const states = optionsOf(state);
    const options = optionsOf(status);
    return {
        statusReasons: options.flatMap((option) => {
            const value = asNumber(option['Value']);
            const reasonState = leadState(asNumber(option['State']));
            if (value === null || reasonState === null) return [];
            return [{ value, label: userLabel(option['Label']) || String(value), state: reasonState }];
        }),
        stateLabels: new Map(
            states.flatMap((option) => {
                const value = asNumber(option['Value']);
                return value === null ? [] : [[value, userLabel(option['Label'])] as const];
            }),
        ),
        startStatus:
            states.flatMap((option) =>
                asNumber(option['Value']) === LeadState.open ? [asNumber(option['DefaultStatus'])] : [],
            )[0] ?? null,
        languages: [...new Set([...options, ...states].flatMap((option) => languagesOf(option['Label'])))],
    };
}

/** Types of columns that hold nothing a seller could fill in. */
const NOT_OFFERED: ReadonlySet<string> = new Set(['Virtual', 'EntityName', 'ManagedProperty', 'Uniqueidentifier']);
const NOT_OFFERED_COLUMNS: ReadonlySet<string> = new Set([LeadColumn.state, LeadColumn.status]);

/** @param answer of the columns' path */
export function readColumns(answer: Row): readonly LeadColumnInfo[] {
    return rowsOf(answer['value']).flatMap((row): readonly LeadColumnInfo[] => {
        const name = textOf(row, 'LogicalName');
        if (name === '') return [];
        const label = userLabel(row['DisplayName']);
        const isOffered =
            label !== '' &&
            textOf(row, 'AttributeOf') === '' &&
            row['IsValidForRead'] !== false &&
            !NOT_OFFERED.has(textOf(row, 'AttributeType')) &&
            !NOT_OFFERED_COLUMNS.has(name);
        return [{ name, label: label || name, isOffered }];
    });
}

function optionsOf(definition: Row): readonly Row[] {
    const optionSet = definition['OptionSet'];
    return isRow(optionSet) ? rowsOf(optionSet['Options']) : [];
}

function userLabel(label: unknown): string {
    const own = isRow(label) ? label['UserLocalizedLabel'] : null;
    return isRow(own) ? textOf(own, 'Label') : '';
}

function languagesOf(label: unknown): readonly number[] {
    const labels = isRow(label) ? rowsOf(label['LocalizedLabels']) : [];
    return labels.map((one) => numberOf(one, 'LanguageCode')).filter((language) => language !== null);
}

function leadState(value: number | null): LeadState | null {
    return Object.values(LeadState).find((state) => state === value) ?? null;
}

function rowsOf(value: unknown): readonly Row[] {
    return Array.isArray(value) ? value.filter(isRow) : [];
}

function isRow(value: unknown): value is Row {
    return typeof value === 'object' && value !== null;
}
