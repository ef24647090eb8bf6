import { errorKindNumbers } from '../values/error-value';
import { enumeration } from './enumeration';

export const errorKind = enumeration('ErrorKind', errorKindNumbers, { isOrdered: true, givesBackingValue: true });
