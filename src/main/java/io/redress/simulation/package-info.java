/** Weeks of generated complaints, customers and staff on a simulated clock, and the figures that come of them. */
package io.redress.simulation;
