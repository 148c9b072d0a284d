/** Deliveries as rows: claimed, attempted in order, put off, ended, and shown. */
package io.redress.ledger.delivery;
