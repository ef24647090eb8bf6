import React, { createContext, useContext, type ReactNode } from 'react';
import { useSubscription } from '../platform/use-subscription';
import type { ClientApi } from './client-api/client-api';
import type { FormModel } from './model/form-model';

interface FormScope {
    readonly form: FormModel;
    readonly api: ClientApi;
}

const FormContext = createContext<FormScope | null>(null);

/** Hands one open form down to the components that draw it. */
export function FormProvider(props: FormScope & { readonly children?: ReactNode }): JSX.Element {
    const { form, api, children } = props;
    const scope = React.useMemo(() => ({ form, api }), [form, api]);
    return <FormContext.Provider value={scope}>{children}</FormContext.Provider>;
}

/**
 * The form around a component. It renders again when the form as a whole changes (loaded, saved, renamed).
 * @throws Error when the component stands outside of `<FormProvider>`
 */
export function useForm(): FormScope {
    const scope = useContext(FormContext);
    if (scope === null) {
        throw new Error('useForm: the component is not inside <FormProvider>.');
    }
    useSubscription(scope.form.subscribe);
    return scope;
}
