/** The audit log in the database: written, searched, verified, removed with age. */
@NullMarked
package io.redress.ledger.audit;

import org.jspecify.annotations.NullMarked;
