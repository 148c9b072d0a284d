/** Arrivals that are taken off their queue together: read and judged one by one, written down at once. */
package io.redress.intake.batch;
