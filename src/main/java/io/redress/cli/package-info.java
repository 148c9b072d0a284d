/** The command line: {@code java -jar redress.jar <command>}. A new command goes here. */
@NullMarked
package io.redress.cli;

import org.jspecify.annotations.NullMarked;
