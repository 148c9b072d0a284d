/** The hub in which a simulation runs: the real routes and rules, an own clock, an empty database, and nothing that leaves it. */
@NullMarked
package io.redress.simulation.hub;

import org.jspecify.annotations.NullMarked;
