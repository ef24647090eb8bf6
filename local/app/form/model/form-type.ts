/** `formContext.ui.getFormType()` (Microsoft Learn, "getFormType (Client API reference)"). */
export const FormType = { Undefined: 0, Create: 1, Update: 2, ReadOnly: 3, Disabled: 4, QuickCreate: 5 } as const;

export type FormType = (typeof FormType)[keyof typeof FormType];
