/** The canonical ticket, as queues, API and targets see it. It depends on nothing else of the hub. */
package io.redress.ticket;
