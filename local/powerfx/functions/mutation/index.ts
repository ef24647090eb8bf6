import type { FunctionDefinition } from '../function-definition';
import { clear } from './clear';
import { clearCollect, collect } from './collect';
import { patch } from './patch';
import { remove } from './remove';
import { removeIf } from './remove-if';
import { update } from './update';
import { updateIf } from './update-if';

export const mutationFunctions: readonly FunctionDefinition[] = [
    clear,
    clearCollect,
    collect,
    patch,
    remove,
    removeIf,
    update,
    updateIf,
];
