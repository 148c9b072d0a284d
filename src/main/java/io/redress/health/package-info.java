/**
 * What {@code /actuator/health} tells, and who watches it: the intake, open permissions, the scanner; channels and targets in
 * sub-packages. A new health indicator goes here.
 */
@NullMarked
package io.redress.health;

import org.jspecify.annotations.NullMarked;
