/**
 * Forms come with their own part of the player, loaded when the first one opens.
 */
import { lazy } from 'react';

export const FormPage = lazy(async () => ({ default: (await import('../form')).FormPage }));
