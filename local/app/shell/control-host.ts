/**
 * Code components come with their own part of the player, loaded when the first one shows.
 */
import { lazy } from 'react';

export const ControlHost = lazy(async () => ({ default: (await import('../pcf')).ControlHost }));
