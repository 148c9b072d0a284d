/** What the ledger keeps of persons, and how it is removed. */
package io.redress.ledger.privacy;
