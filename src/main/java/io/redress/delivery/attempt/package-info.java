/** Attempts at deliveries: which are begun now, and what follows from how they end. */
package io.redress.delivery.attempt;
