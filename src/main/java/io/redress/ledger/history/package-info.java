/** Sealed histories in the database: their heads, their verification, and what may be taken out of them. */
package io.redress.ledger.history;
