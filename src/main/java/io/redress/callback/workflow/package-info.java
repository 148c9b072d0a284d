/** Callbacks from their planning to their outcome: what is done at each time, and what follows from each report. */
package io.redress.callback.workflow;
