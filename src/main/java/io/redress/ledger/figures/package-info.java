/** Figures counted from the ledger. */
package io.redress.ledger.figures;
