/** Which of the nodes leads: it alone takes what only one may take. */
@NullMarked
package io.redress.cluster;

import org.jspecify.annotations.NullMarked;
