/** Codes that customers scan with their phones. */
@NullMarked
package io.redress.cli.qr;

import org.jspecify.annotations.NullMarked;
