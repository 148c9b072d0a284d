/** The lease of the leader, in SQL. */
@NullMarked
package io.redress.ledger.cluster;

import org.jspecify.annotations.NullMarked;
