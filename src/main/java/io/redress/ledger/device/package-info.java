/** The faults of devices in SQL. */
@NullMarked
package io.redress.ledger.device;

import org.jspecify.annotations.NullMarked;
