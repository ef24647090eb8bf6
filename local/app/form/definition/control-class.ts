import type { ControlClass } from './types';

/**
 * Class ids of form controls, in lower case without braces, as forms exported from Dataverse carry them
 * (Microsoft Learn, "Form XML schema" and the forms of the Sales app).
 */
const CLASSES: Readonly<Record<string, ControlClass>> = {
    '4273edbd-ac1d-40d3-9fb2-095c621b552d': 'field', // text
    'e0dece4b-6fc8-4a8f-a065-082708572369': 'field', // memo
    'ada2203e-b4cd-49be-9ddf-234642b43b52': 'field', // e-mail
    '71716b6c-711e-476c-8ab8-5d11542bfb47': 'field', // address (URL)
    '8c10015a-b339-4982-9474-a95fe05631a5': 'field', // phone
    '1e1fc551-f7a8-43af-ac34-a8dc35c7b6d4': 'field', // ticker symbol
    'c3efe0c3-0ec6-42be-8349-cbd9079dfd8e': 'field', // decimal
    '0d2c745a-e5a8-4c8f-ba63-c6d3bb604660': 'field', // floating point
    'c6d124ca-7eda-4a60-aea9-7fb8d318b68f': 'field', // whole number
    'aa987274-ce4e-4271-a803-66164311a958': 'field', // duration
    '533b9e00-756b-4312-95a0-dc888637ac78': 'field', // money
    '67fac785-cd58-4f9f-abb3-4b7ddc6ed5ed': 'field', // yes/no as radio buttons
    'b0c6723a-8503-4fd7-bb28-c8a06ac933c2': 'field', // yes/no as check box
    '3ef39988-22bb-4f0b-bbbe-64b5a3748aee': 'field', // choice
    '4aa28ab7-9c13-4f57-a73d-ad894d048b5f': 'field', // choices
    '5d68b988-0661-4db2-bc3e-17598ad3be6c': 'field', // status reason
    '5b773807-9fb2-42db-97c3-7a91eff8adff': 'field', // date and time
    '270bd3db-d9af-4782-9025-509e298dec0a': 'field', // lookup
    'f3015350-44a2-4aa0-97b5-00166532b5e9': 'field', // regarding
    'cbfb742c-14e7-4a17-96bb-1a13f7f64aa2': 'field', // party list
    'f9a8a302-114e-466a-b582-6771b2ae0d92': 'field', // a code component bound to a column
    'e7a81278-8635-4d9e-8d4d-59480b391c5b': 'subgrid',
    '06375649-c143-495e-a496-c962e5b4488e': 'timeline',
    '5c5600e0-1d6e-4205-a272-be80da87fd42': 'quickView',
    '9fdf5f91-88b1-47f4-ad53-c11efc01a01d': 'webResource',
    'fd2a7985-3187-444e-908d-6624b21f69c0': 'iframe',
};

/**
 * What a control's class id stands for.
 *
 * @param classId GUID in any case, with or without braces
 * @param column logical name of the bound column; a control with an unknown class still shows its column
 */
export function controlClassOf(classId: string, column: string | undefined): ControlClass {
    const known = CLASSES[classId.replace(/[{}]/g, '').toLowerCase()];
    return known ?? (column === undefined ? 'unknown' : 'field');
}
