/**
 * Starts the app player in the page that the server sent.
 */
import './platform/offline-fonts';

// Loaded on its own: a bundle runs everything it imports before its own first line, and Fluent has to come second.
void import('./start').then(({ start }) => start(window));
