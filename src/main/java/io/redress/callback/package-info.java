/** Calls back to customers: the rules of {@code config/callbacks.yaml}, free slots, and which numbers may be called. */
package io.redress.callback;
