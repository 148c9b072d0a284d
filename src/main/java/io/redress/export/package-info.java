/** Tables that are written while they are made, of any length: CSV and XLSX. */
@NullMarked
package io.redress.export;

import org.jspecify.annotations.NullMarked;
