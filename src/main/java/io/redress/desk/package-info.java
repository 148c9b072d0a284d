/** What after-sales staff see of tickets: work lists, time lines, marked words, and what may be done next. */
@NullMarked
package io.redress.desk;

import org.jspecify.annotations.NullMarked;
