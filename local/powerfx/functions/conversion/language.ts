import { findCulture } from '../../culture';
import { Types } from '../../types';
import { scalarFunction } from '../scalar-function';

/** `Language()`: the tag of the run's language and country, such as `en-US`. */
export const language = scalarFunction({
    name: 'Language',
    parameters: [],
    result: Types.Text,
    isTabular: false,
    evaluate: (run) => findCulture(run.culture)?.name ?? run.culture,
});
