import type { FunctionDefinition } from '../functions/function-definition';
import { fieldsOf } from '../types/fields';
import { recordType } from '../types/type';
import { ErrorValue, errorValue } from '../values/error-value';
import type { HostFunctionDefinition } from './schema';

/** A function of the host as the binder knows functions. Errors among its arguments are its result. */
export function hostFunction(host: HostFunctionDefinition): FunctionDefinition {
    const required = host.parameters.filter((parameter) => parameter.isRequired).length;
    const qualifiedName = [...host.namespace, host.name].join('.');
    return {
        name: host.name,
        namespace: host.namespace,
        minimumArguments: host.takesRecord ? (required > 0 ? 1 : 0) : required,
        maximumArguments: host.takesRecord ? 1 : host.parameters.length,
        isBehavior: host.isBehavior,
        isImpure: true,
        bind(call) {
            const record = recordType(fieldsOf(host.parameters.map(({ name, type }) => ({ name, type }))));
            const types = host.takesRecord ? [record] : host.parameters.map((parameter) => parameter.type);
            const bound = types.slice(0, call.count).map((type, index) => call.coerce(call.argument(index), type));
            return {
                type: host.result,
                arguments: bound,
                compile(compiled) {
                    return (frame) => {
                        const values = compiled.map((evaluate) => evaluate(frame));
                        const error = values.find((value) => value instanceof ErrorValue);
                        if (error) {
                            return error;
                        }
                        const implementation = frame.run.functions.get(qualifiedName);
                        return implementation
                            ? implementation(values)
                            : errorValue('NotSupported', `${qualifiedName} is not available here.`);
                    };
                },
            };
        },
    };
}
