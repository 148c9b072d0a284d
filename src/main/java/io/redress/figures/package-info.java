/** How well complaints are handled: figures against targets, the weekly report, and rises that nobody asked about. */
package io.redress.figures;
