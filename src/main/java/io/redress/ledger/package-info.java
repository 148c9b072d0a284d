/** The ledger, in SQL. This package has what its tables share; each feature has its tables in a sub-package of its own. */
@NullMarked
package io.redress.ledger;

import org.jspecify.annotations.NullMarked;
