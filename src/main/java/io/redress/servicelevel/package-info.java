/** Deadlines by {@code config/service-levels.yaml}: policies, priorities, pauses and escalation levels. */
package io.redress.servicelevel;
