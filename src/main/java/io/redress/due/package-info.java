/** Scheduled work: steps that are due later, who performs them, and in which transaction. */
package io.redress.due;
